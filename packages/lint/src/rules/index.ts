import type { Rule } from '../rule.ts'
import { apiKeySourceMissing } from './api-key-source-missing.ts'
import { authorizerDocumentsOnly } from './authorizer-documents-only.ts'
import { binaryMediaTypeUnused } from './binary-media-type-unused.ts'
import { bodyOnGet } from './body-on-get.ts'
import { cacheWithoutIdentity } from './cache-without-identity.ts'
import { cachedPolicyDeniesSiblings } from './cached-policy-denies-siblings.ts'
import { corsCredentialsAnyOrigin } from './cors-credentials-any-origin.ts'
import { corsMissingOnErrors } from './cors-missing-on-errors.ts'
import { defaultNotInEnum } from './default-not-in-enum.ts'
import { defaultResponseMissing } from './default-response-missing.ts'
import { defaultRouteMissing } from './default-route-missing.ts'
import { descriptionMissing } from './description-missing.ts'
import { emptyPathSegment } from './empty-path-segment.ts'
import { enumValueTwice } from './enum-value-twice.ts'
import { everyBodyRefused } from './every-body-refused.ts'
import { exampleMismatch } from './example-mismatch.ts'
import { functionMethodNotPost } from './function-method-not-post.ts'
import { greedyParameterNotLast } from './greedy-parameter-not-last.ts'
import { insecureUpstream } from './insecure-upstream.ts'
import { invalidJsonPath } from './invalid-json-path.ts'
import { mappingHeaderForbidden } from './mapping-header-forbidden.ts'
import { mappingParameterUndeclared } from './mapping-parameter-undeclared.ts'
import { mappingSourceInvalid } from './mapping-source-invalid.ts'
import { methodWithoutIntegration } from './method-without-integration.ts'
import { mockStatusMissing } from './mock-status-missing.ts'
import { mockWithoutResponse } from './mock-without-response.ts'
import { openMethod } from './open-method.ts'
import { operationIdMissing } from './operation-id-missing.ts'
import { optionsShadowedByCors } from './options-shadowed-by-cors.ts'
import { parameterDeclaredTwice } from './parameter-declared-twice.ts'
import { parameterNaming } from './parameter-naming.ts'
import { parameterNotInPath } from './parameter-not-in-path.ts'
import { partialPathParameter } from './partial-path-parameter.ts'
import { pathLetterCase } from './path-letter-case.ts'
import { pathParameterOptional } from './path-parameter-optional.ts'
import { patternExplosive } from './pattern-explosive.ts'
import { patternInvalid } from './pattern-invalid.ts'
import { regexUnbounded } from './regex-unbounded.ts'
import { requiredPropertyUnknown } from './required-property-unknown.ts'
import { responsePatternNeverMatches } from './response-pattern-never-matches.ts'
import { responsePatternsOverlap } from './response-patterns-overlap.ts'
import { responseStatusRepeated } from './response-status-repeated.ts'
import { responseStatusUndeclared } from './response-status-undeclared.ts'
import { routeResponseUnheard } from './route-response-unheard.ts'
import { routeWithoutIntegration } from './route-without-integration.ts'
import { schemaKeywordIgnored } from './schema-keyword-ignored.ts'
import { schemaReferenceMissing } from './schema-reference-missing.ts'
import { schemaWithoutEnd } from './schema-without-end.ts'
import { secretInDefinition } from './secret-in-definition.ts'
import { secretInStageVariable } from './secret-in-stage-variable.ts'
import { securitySchemeMissing } from './security-scheme-missing.ts'
import { siblingParameters } from './sibling-parameters.ts'
import { stageVariableUndefined } from './stage-variable-undefined.ts'
import { statusCodeInvalid } from './status-code-invalid.ts'
import { streamOperationOther } from './stream-operation-other.ts'
import { streamWithoutProxy } from './stream-without-proxy.ts'
import { streamingFunctionBuffered } from './streaming-function-buffered.ts'
import { successResponseMissing } from './success-response-missing.ts'
import { templateSyntax } from './template-syntax.ts'
import { templatesIgnored } from './templates-ignored.ts'
import { timeoutOverLimit } from './timeout-over-limit.ts'
import { tlsNotVerified } from './tls-not-verified.ts'
import { unknownMacro } from './unknown-macro.ts'
import { unknownMember } from './unknown-member.ts'
import { unreachableRoute } from './unreachable-route.ts'
import { unusedAuthorizer } from './unused-authorizer.ts'
import { unusedComponent } from './unused-component.ts'
import { unusedFunction } from './unused-function.ts'
import { unusedIntegration } from './unused-integration.ts'
import { unusedModel } from './unused-model.ts'
import { unusedUpstream } from './unused-upstream.ts'
import { unusedValidator } from './unused-validator.ts'
import { uriParameterUnknown } from './uri-parameter-unknown.ts'
import { validatorWithoutInput } from './validator-without-input.ts'
import { wrongArguments } from './wrong-arguments.ts'

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  apiKeySourceMissing,
  authorizerDocumentsOnly,
  binaryMediaTypeUnused,
  bodyOnGet,
  cacheWithoutIdentity,
  cachedPolicyDeniesSiblings,
  corsCredentialsAnyOrigin,
  corsMissingOnErrors,
  defaultNotInEnum,
  defaultResponseMissing,
  defaultRouteMissing,
  descriptionMissing,
  emptyPathSegment,
  enumValueTwice,
  everyBodyRefused,
  exampleMismatch,
  functionMethodNotPost,
  greedyParameterNotLast,
  insecureUpstream,
  invalidJsonPath,
  mappingHeaderForbidden,
  mappingParameterUndeclared,
  mappingSourceInvalid,
  methodWithoutIntegration,
  mockStatusMissing,
  mockWithoutResponse,
  openMethod,
  operationIdMissing,
  optionsShadowedByCors,
  parameterDeclaredTwice,
  parameterNaming,
  parameterNotInPath,
  partialPathParameter,
  pathLetterCase,
  pathParameterOptional,
  patternExplosive,
  patternInvalid,
  regexUnbounded,
  requiredPropertyUnknown,
  responsePatternNeverMatches,
  responsePatternsOverlap,
  responseStatusRepeated,
  responseStatusUndeclared,
  routeResponseUnheard,
  routeWithoutIntegration,
  schemaKeywordIgnored,
  schemaReferenceMissing,
  schemaWithoutEnd,
  secretInDefinition,
  secretInStageVariable,
  securitySchemeMissing,
  siblingParameters,
  stageVariableUndefined,
  statusCodeInvalid,
  streamOperationOther,
  streamWithoutProxy,
  streamingFunctionBuffered,
  successResponseMissing,
  templateSyntax,
  templatesIgnored,
  timeoutOverLimit,
  tlsNotVerified,
  unknownMacro,
  unknownMember,
  unreachableRoute,
  unusedAuthorizer,
  unusedComponent,
  unusedFunction,
  unusedIntegration,
  unusedModel,
  unusedUpstream,
  unusedValidator,
  uriParameterUnknown,
  validatorWithoutInput,
  wrongArguments,
]
