import type { DeltaType } from '../delta.ts'
import type { Check, CheckInfo, GuardedCheck, LastCheck } from './check.ts'
import { apiDocumentationChanged } from './api-documentation-changed.ts'
import { apiKeyDemanded } from './api-key-demanded.ts'
import { apiKeyDropped } from './api-key-dropped.ts'
import { apiKeySourceChanged } from './api-key-source-changed.ts'
import { apiTypeChanged } from './api-type-changed.ts'
import { authorizationDropped } from './authorization-dropped.ts'
import { authorizationIntroduced } from './authorization-introduced.ts'
import { authorizationTypeChanged } from './authorization-type-changed.ts'
import { authorizerAdded } from './authorizer-added.ts'
import { authorizerCacheChanged } from './authorizer-cache-changed.ts'
import { authorizerIdentitySourceChanged } from './authorizer-identity-source-changed.ts'
import { authorizerIssuerChanged } from './authorizer-issuer-changed.ts'
import { authorizerRemoved } from './authorizer-removed.ts'
import { authorizerReplaced } from './authorizer-replaced.ts'
import { authorizerScopeAdded } from './authorizer-scope-added.ts'
import { authorizerScopeRemoved } from './authorizer-scope-removed.ts'
import { authorizerSettingsChanged } from './authorizer-settings-changed.ts'
import { authorizerTargetChanged } from './authorizer-target-changed.ts'
import { authorizerTokenPatternChanged } from './authorizer-token-pattern-changed.ts'
import { authorizerTypeChanged } from './authorizer-type-changed.ts'
import { basePathChanged } from './base-path-changed.ts'
import { binaryMediaTypesChanged } from './binary-media-types-changed.ts'
import { bodyValidationTurnedOn } from './body-validation-turned-on.ts'
import { compatibilityChanged } from './compatibility-changed.ts'
import { compressionChanged } from './compression-changed.ts'
import { connectRouteAdded } from './connect-route-added.ts'
import { connectionRouteRemoved } from './connection-route-removed.ts'
import { corsCredentialsRefused } from './cors-credentials-refused.ts'
import { corsExposedHeaderRemoved } from './cors-exposed-header-removed.ts'
import { corsLoosened } from './cors-loosened.ts'
import { corsMethodRemoved } from './cors-method-removed.ts'
import { corsOriginAdded } from './cors-origin-added.ts'
import { corsOriginRemoved } from './cors-origin-removed.ts'
import { corsRequestHeaderRemoved } from './cors-request-header-removed.ts'
import { corsTurnedOff } from './cors-turned-off.ts'
import { corsTurnedOn } from './cors-turned-on.ts'
import { defaultValidatorChanged } from './default-validator-changed.ts'
import { deprecatedOperationRemoved } from './deprecated-operation-removed.ts'
import { discriminatorAdded } from './discriminator-added.ts'
import { discriminatorPropertyChanged } from './discriminator-property-changed.ts'
import { discriminatorRemoved } from './discriminator-removed.ts'
import { discriminatorValuesChanged } from './discriminator-values-changed.ts'
import { documentationChanged } from './documentation-changed.ts'
import { documentationPartAdded } from './documentation-part-added.ts'
import { documentationPartRemoved } from './documentation-part-removed.ts'
import { errorResponseAdded } from './error-response-added.ts'
import { errorResponseRemoved } from './error-response-removed.ts'
import { extensionsChanged } from './extensions-changed.ts'
import { functionCodeChanged } from './function-code-changed.ts'
import { functionEnvironmentChanged } from './function-environment-changed.ts'
import { functionHandlerChanged } from './function-handler-changed.ts'
import { functionLimitRaised } from './function-limit-raised.ts'
import { functionMemoryLowered } from './function-memory-lowered.ts'
import { functionRemoved } from './function-removed.ts'
import { functionTimeoutLowered } from './function-timeout-lowered.ts'
import { gatewayResponseAdded } from './gateway-response-added.ts'
import { gatewayResponseBodyChanged } from './gateway-response-body-changed.ts'
import { gatewayResponseHeadersChanged } from './gateway-response-headers-changed.ts'
import { gatewayResponseRemoved } from './gateway-response-removed.ts'
import { gatewayResponseStatusChanged } from './gateway-response-status-changed.ts'
import { gatewayResponseTypeChanged } from './gateway-response-type-changed.ts'
import { integrationCacheKeyChanged } from './integration-cache-key-changed.ts'
import { integrationCertificateCheckChanged } from './integration-certificate-check-changed.ts'
import { integrationConnected } from './integration-connected.ts'
import { integrationContentHandlingChanged } from './integration-content-handling-changed.ts'
import { integrationCredentialsChanged } from './integration-credentials-changed.ts'
import { integrationDisconnected } from './integration-disconnected.ts'
import { integrationMethodChanged } from './integration-method-changed.ts'
import { integrationPassthroughChanged } from './integration-passthrough-changed.ts'
import { integrationPayloadFormatChanged } from './integration-payload-format-changed.ts'
import { integrationReplaced } from './integration-replaced.ts'
import { integrationRequestParametersChanged } from './integration-request-parameters-changed.ts'
import { integrationRequestTemplateChanged } from './integration-request-template-changed.ts'
import { integrationResponseMappingChanged } from './integration-response-mapping-changed.ts'
import { integrationSettingsChanged } from './integration-settings-changed.ts'
import { integrationTargetChanged } from './integration-target-changed.ts'
import { integrationTimeoutLowered } from './integration-timeout-lowered.ts'
import { integrationTimeoutRaised } from './integration-timeout-raised.ts'
import { integrationTransferModeChanged } from './integration-transfer-mode-changed.ts'
import { integrationTypeChanged } from './integration-type-changed.ts'
import { methodNarrowedFromAny } from './method-narrowed-from-any.ts'
import { methodReplaced } from './method-replaced.ts'
import { methodWidenedToAny } from './method-widened-to-any.ts'
import { mockAnswersChanged } from './mock-answers-changed.ts'
import { nameChanged } from './name-changed.ts'
import { oauthScopeOffered } from './oauth-scope-offered.ts'
import { oauthScopeWithdrawn } from './oauth-scope-withdrawn.ts'
import { opaqueChanged } from './opaque-changed.ts'
import { operationAdded } from './operation-added.ts'
import { operationDeprecated } from './operation-deprecated.ts'
import { operationDeprecatedWithoutSunset } from './operation-deprecated-without-sunset.ts'
import { operationDeprecationWithdrawn } from './operation-deprecation-withdrawn.ts'
import { operationIdChanged } from './operation-id-changed.ts'
import { operationRemoved } from './operation-removed.ts'
import { optionalParameterAdded } from './optional-parameter-added.ts'
import { optionalParameterRenamed } from './optional-parameter-renamed.ts'
import { optionalRequestBodyAdded } from './optional-request-body-added.ts'
import { optionalResponseHeaderRemoved } from './optional-response-header-removed.ts'
import { otherSuccessResponseAdded } from './other-success-response-added.ts'
import { parameterBecameOptional } from './parameter-became-optional.ts'
import { parameterBecameRequired } from './parameter-became-required.ts'
import { parameterContentChanged } from './parameter-content-changed.ts'
import { parameterDefaultAdded } from './parameter-default-added.ts'
import { parameterDefaultChanged } from './parameter-default-changed.ts'
import { parameterDefaultRemoved } from './parameter-default-removed.ts'
import { parameterDeprecated } from './parameter-deprecated.ts'
import { parameterDeprecationWithdrawn } from './parameter-deprecation-withdrawn.ts'
import { parameterEmptyValueAllowed } from './parameter-empty-value-allowed.ts'
import { parameterEmptyValueRefused } from './parameter-empty-value-refused.ts'
import { parameterEnumNarrowed } from './parameter-enum-narrowed.ts'
import { parameterExplodeChanged } from './parameter-explode-changed.ts'
import { parameterLimitTightened } from './parameter-limit-tightened.ts'
import { parameterMoved } from './parameter-moved.ts'
import { parameterPatternChanged } from './parameter-pattern-changed.ts'
import { parameterRemoved } from './parameter-removed.ts'
import { parameterReservedChanged } from './parameter-reserved-changed.ts'
import { parameterStyleChanged } from './parameter-style-changed.ts'
import { parameterTypeChanged } from './parameter-type-changed.ts'
import { parameterValidationTurnedOn } from './parameter-validation-turned-on.ts'
import { pathMoved } from './path-moved.ts'
import { pathParameterDescribed } from './path-parameter-described.ts'
import { pathParameterNamesChanged } from './path-parameter-names-changed.ts'
import { pathParameterRenamed } from './path-parameter-renamed.ts'
import { pathParameterUndescribed } from './path-parameter-undescribed.ts'
import { propertyDeprecated } from './property-deprecated.ts'
import { propertyDeprecationWithdrawn } from './property-deprecation-withdrawn.ts'
import { recordAdded } from './record-added.ts'
import { recordRemoved } from './record-removed.ts'
import { requestAdditionalPropertiesRefused } from './request-additional-properties-refused.ts'
import { requestAlternativesIntroduced } from './request-alternatives-introduced.ts'
import { requestAlternativesNarrowed } from './request-alternatives-narrowed.ts'
import { requestAlternativesWidened } from './request-alternatives-widened.ts'
import { requestBecameNotNullable } from './request-became-not-nullable.ts'
import { requestBecameNullable } from './request-became-nullable.ts'
import { requestBodyBecameOptional } from './request-body-became-optional.ts'
import { requestBodyBecameRequired } from './request-body-became-required.ts'
import { requestBodyRemoved } from './request-body-removed.ts'
import { requestDefaultAdded } from './request-default-added.ts'
import { requestDefaultChanged } from './request-default-changed.ts'
import { requestDefaultRemoved } from './request-default-removed.ts'
import { requestDiscriminatorValueRemoved } from './request-discriminator-value-removed.ts'
import { requestEnumIntroduced } from './request-enum-introduced.ts'
import { requestEnumValueRemoved } from './request-enum-value-removed.ts'
import { requestEnumWidened } from './request-enum-widened.ts'
import { requestFormatChanged } from './request-format-changed.ts'
import { requestLimitLoosened } from './request-limit-loosened.ts'
import { requestMaxItemsLowered } from './request-max-items-lowered.ts'
import { requestMaxLengthLowered } from './request-max-length-lowered.ts'
import { requestMaximumLowered } from './request-maximum-lowered.ts'
import { requestMediaTypeAdded } from './request-media-type-added.ts'
import { requestMediaTypeRemoved } from './request-media-type-removed.ts'
import { requestMinItemsRaised } from './request-min-items-raised.ts'
import { requestMinLengthRaised } from './request-min-length-raised.ts'
import { requestMinimumRaised } from './request-minimum-raised.ts'
import { requestMultipleOfTightened } from './request-multiple-of-tightened.ts'
import { requestNumberFormatNarrowed } from './request-number-format-narrowed.ts'
import { requestOptionalPropertyAdded } from './request-optional-property-added.ts'
import { requestPatternAdded } from './request-pattern-added.ts'
import { requestPatternChanged } from './request-pattern-changed.ts'
import { requestPropertyBecameOptional } from './request-property-became-optional.ts'
import { requestPropertyBecameReadOnly } from './request-property-became-read-only.ts'
import { requestPropertyBecameRequired } from './request-property-became-required.ts'
import { requestPropertyBecameWritable } from './request-property-became-writable.ts'
import { requestPropertyCountTightened } from './request-property-count-tightened.ts'
import { requestPropertyRemoved } from './request-property-removed.ts'
import { requestPropertyRemovedFromClosedObject } from './request-property-removed-from-closed-object.ts'
import { requestRequiredPropertyAdded } from './request-required-property-added.ts'
import { requestRequiredPropertyBecameWritable } from './request-required-property-became-writable.ts'
import { requestSchemaKeywordChanged } from './request-schema-keyword-changed.ts'
import { requestTypeChanged } from './request-type-changed.ts'
import { requestTypeNarrowed } from './request-type-narrowed.ts'
import { requestTypeWidened } from './request-type-widened.ts'
import { requestUniqueItemsDemanded } from './request-unique-items-demanded.ts'
import { requiredParameterAdded } from './required-parameter-added.ts'
import { requiredParameterRenamed } from './required-parameter-renamed.ts'
import { requiredRequestBodyAdded } from './required-request-body-added.ts'
import { requiredResponseHeaderRemoved } from './required-response-header-removed.ts'
import { responseAdditionalPropertiesAllowed } from './response-additional-properties-allowed.ts'
import { responseAlternativesDropped } from './response-alternatives-dropped.ts'
import { responseAlternativesNarrowed } from './response-alternatives-narrowed.ts'
import { responseAlternativesWidened } from './response-alternatives-widened.ts'
import { responseBecameNullable } from './response-became-nullable.ts'
import { responseDefaultChanged } from './response-default-changed.ts'
import { responseDeprecatedPropertyRemoved } from './response-deprecated-property-removed.ts'
import { responseDiscriminatorValueAdded } from './response-discriminator-value-added.ts'
import { responseEnumDropped } from './response-enum-dropped.ts'
import { responseEnumNarrowed } from './response-enum-narrowed.ts'
import { responseEnumValueAdded } from './response-enum-value-added.ts'
import { responseFormatChanged } from './response-format-changed.ts'
import { responseHeaderAdded } from './response-header-added.ts'
import { responseHeaderBecameOptional } from './response-header-became-optional.ts'
import { responseHeaderBecameRequired } from './response-header-became-required.ts'
import { responseHeaderTypeChanged } from './response-header-type-changed.ts'
import { responseLimitTightened } from './response-limit-tightened.ts'
import { responseMaxItemsRaised } from './response-max-items-raised.ts'
import { responseMaxLengthRaised } from './response-max-length-raised.ts'
import { responseMaximumRaised } from './response-maximum-raised.ts'
import { responseMediaTypeAdded } from './response-media-type-added.ts'
import { responseMediaTypeRemoved } from './response-media-type-removed.ts'
import { responseMinItemsLowered } from './response-min-items-lowered.ts'
import { responseMinLengthLowered } from './response-min-length-lowered.ts'
import { responseMinimumLowered } from './response-minimum-lowered.ts'
import { responseMultipleOfLoosened } from './response-multiple-of-loosened.ts'
import { responseNumberFormatWidened } from './response-number-format-widened.ts'
import { responseOptionalPropertyRemoved } from './response-optional-property-removed.ts'
import { responsePatternChanged } from './response-pattern-changed.ts'
import { responsePropertyAdded } from './response-property-added.ts'
import { responsePropertyAddedToClosedObject } from './response-property-added-to-closed-object.ts'
import { responsePropertyBecameOptional } from './response-property-became-optional.ts'
import { responsePropertyBecameReadable } from './response-property-became-readable.ts'
import { responsePropertyBecameRequired } from './response-property-became-required.ts'
import { responsePropertyBecameWriteOnly } from './response-property-became-write-only.ts'
import { responsePropertyCountLoosened } from './response-property-count-loosened.ts'
import { responseRequiredPropertyRemoved } from './response-required-property-removed.ts'
import { responseSchemaKeywordChanged } from './response-schema-keyword-changed.ts'
import { responseTypeChanged } from './response-type-changed.ts'
import { responseTypeNarrowed } from './response-type-narrowed.ts'
import { responseTypeWidened } from './response-type-widened.ts'
import { responseUniqueItemsDropped } from './response-unique-items-dropped.ts'
import { routeAdded } from './route-added.ts'
import { routeKeyChanged } from './route-key-changed.ts'
import { routeRemoved } from './route-removed.ts'
import { routeResponseDropped } from './route-response-dropped.ts'
import { routeResponseIntroduced } from './route-response-introduced.ts'
import { routeSelectionChanged } from './route-selection-changed.ts'
import { sameMeaning } from './same-meaning.ts'
import { schemaDialectChanged } from './schema-dialect-changed.ts'
import { securityAlternativeAdded } from './security-alternative-added.ts'
import { securityDropped } from './security-dropped.ts'
import { securityIntroduced } from './security-introduced.ts'
import { securityRequirementAdded } from './security-requirement-added.ts'
import { securitySchemeRemoved } from './security-scheme-removed.ts'
import { securitySchemeReplaced } from './security-scheme-replaced.ts'
import { securityScopeAdded } from './security-scope-added.ts'
import { securityScopeRemoved } from './security-scope-removed.ts'
import { successResponseAdded } from './success-response-added.ts'
import { successResponseRemoved } from './success-response-removed.ts'
import { sunsetBroughtForward } from './sunset-brought-forward.ts'
import { sunsetPostponed } from './sunset-postponed.ts'
import { sunsetRemoved } from './sunset-removed.ts'
import { sunsetSet } from './sunset-set.ts'
import { unusedIntegrationChanged } from './unused-integration-changed.ts'
import { unusedUpstreamChanged } from './unused-upstream-changed.ts'
import { unusedUpstreamPoolChanged } from './unused-upstream-pool-changed.ts'
import { upstreamChanged } from './upstream-changed.ts'
import { upstreamPoolChanged } from './upstream-pool-changed.ts'
import { validationTurnedOff } from './validation-turned-off.ts'
import { validatorAdded } from './validator-added.ts'
import { validatorRemoved } from './validator-removed.ts'
import { validatorReplaced } from './validator-replaced.ts'

/** Structural difference → the checks that judge it, the first that applies. A difference without one does not compile. */
export const checks: {
  readonly [T in DeltaType]: readonly [...GuardedCheck<T>[], LastCheck<T>]
} = {
  'operation-added': [operationAdded],
  'operation-removed': [deprecatedOperationRemoved, operationRemoved],
  'route-added': [connectRouteAdded, routeAdded],
  'route-removed': [connectionRouteRemoved, routeRemoved],
  'route-key-changed': [routeKeyChanged],
  'route-response-changed': [routeResponseDropped, routeResponseIntroduced],
  'path-changed': [pathParameterNamesChanged, pathMoved],
  'method-changed': [methodWidenedToAny, methodNarrowedFromAny, methodReplaced],
  'operation-id-changed': [operationIdChanged],
  deprecated: [operationDeprecationWithdrawn, operationDeprecatedWithoutSunset, operationDeprecated],
  'sunset-changed': [sunsetSet, sunsetRemoved, sunsetBroughtForward, sunsetPostponed],
  'parameter-added': [pathParameterDescribed, requiredParameterAdded, optionalParameterAdded],
  'parameter-removed': [pathParameterUndescribed, parameterRemoved],
  'parameter-moved': [parameterMoved],
  'parameter-renamed': [pathParameterRenamed, requiredParameterRenamed, optionalParameterRenamed],
  'parameter-required': [parameterBecameRequired, parameterBecameOptional],
  'parameter-serialization': [
    parameterStyleChanged,
    parameterExplodeChanged,
    parameterContentChanged,
    parameterReservedChanged,
  ],
  'parameter-empty-value': [parameterEmptyValueRefused, parameterEmptyValueAllowed],
  'parameter-deprecated': [parameterDeprecated, parameterDeprecationWithdrawn],
  'request-body-added': [requiredRequestBodyAdded, optionalRequestBodyAdded],
  'request-body-removed': [requestBodyRemoved],
  'request-body-required': [requestBodyBecameRequired, requestBodyBecameOptional],
  'media-type-added': [requestMediaTypeAdded, responseMediaTypeAdded],
  'media-type-removed': [requestMediaTypeRemoved, responseMediaTypeRemoved],
  'response-added': [otherSuccessResponseAdded, successResponseAdded, errorResponseAdded],
  'response-removed': [successResponseRemoved, errorResponseRemoved],
  'response-header-added': [responseHeaderAdded],
  'response-header-removed': [requiredResponseHeaderRemoved, optionalResponseHeaderRemoved],
  'response-header-required': [responseHeaderBecameRequired, responseHeaderBecameOptional],
  'schema-type': [
    parameterTypeChanged,
    responseHeaderTypeChanged,
    requestBecameNullable,
    requestBecameNotNullable,
    requestTypeWidened,
    requestTypeNarrowed,
    requestTypeChanged,
    responseBecameNullable,
    responseTypeNarrowed,
    responseTypeWidened,
    responseTypeChanged,
  ],
  'schema-enum': [
    parameterEnumNarrowed,
    requestEnumIntroduced,
    requestEnumValueRemoved,
    requestEnumWidened,
    responseEnumDropped,
    responseEnumValueAdded,
    responseEnumNarrowed,
  ],
  'schema-property-added': [
    requestRequiredPropertyAdded,
    requestOptionalPropertyAdded,
    responsePropertyAddedToClosedObject,
    responsePropertyAdded,
  ],
  'schema-property-removed': [
    requestPropertyRemovedFromClosedObject,
    requestPropertyRemoved,
    responseDeprecatedPropertyRemoved,
    responseRequiredPropertyRemoved,
    responseOptionalPropertyRemoved,
  ],
  'schema-property-required': [
    requestPropertyBecameRequired,
    requestPropertyBecameOptional,
    responsePropertyBecameRequired,
    responsePropertyBecameOptional,
  ],
  'schema-property-visibility': [
    requestPropertyBecameReadOnly,
    requestRequiredPropertyBecameWritable,
    requestPropertyBecameWritable,
    responsePropertyBecameWriteOnly,
    responsePropertyBecameReadable,
  ],
  'schema-property-deprecated': [propertyDeprecated, propertyDeprecationWithdrawn],
  'schema-constraint': [
    parameterPatternChanged,
    parameterLimitTightened,
    requestPatternAdded,
    requestPatternChanged,
    requestNumberFormatNarrowed,
    requestFormatChanged,
    requestLimitLoosened,
    requestMaximumLowered,
    requestMinimumRaised,
    requestMaxLengthLowered,
    requestMinLengthRaised,
    requestMaxItemsLowered,
    requestMinItemsRaised,
    requestPropertyCountTightened,
    requestUniqueItemsDemanded,
    requestMultipleOfTightened,
    requestAdditionalPropertiesRefused,
    responsePatternChanged,
    responseNumberFormatWidened,
    responseFormatChanged,
    responseLimitTightened,
    responseMaximumRaised,
    responseMinimumLowered,
    responseMaxLengthRaised,
    responseMinLengthLowered,
    responseMaxItemsRaised,
    responseMinItemsLowered,
    responsePropertyCountLoosened,
    responseUniqueItemsDropped,
    responseMultipleOfLoosened,
    responseAdditionalPropertiesAllowed,
  ],
  'schema-alternatives': [
    requestAlternativesNarrowed,
    requestAlternativesIntroduced,
    requestAlternativesWidened,
    responseAlternativesWidened,
    responseAlternativesDropped,
    responseAlternativesNarrowed,
  ],
  'schema-discriminator': [
    discriminatorPropertyChanged,
    discriminatorAdded,
    discriminatorRemoved,
    requestDiscriminatorValueRemoved,
    responseDiscriminatorValueAdded,
    discriminatorValuesChanged,
  ],
  'schema-default': [
    responseDefaultChanged,
    parameterDefaultAdded,
    parameterDefaultRemoved,
    parameterDefaultChanged,
    requestDefaultAdded,
    requestDefaultRemoved,
    requestDefaultChanged,
  ],
  'schema-other': [requestSchemaKeywordChanged, responseSchemaKeywordChanged],
  'security-changed': [
    securityIntroduced,
    securityDropped,
    securitySchemeRemoved,
    securityScopeAdded,
    securityRequirementAdded,
    securityScopeRemoved,
    securityAlternativeAdded,
  ],
  'scopes-changed': [authorizerScopeAdded, authorizerScopeRemoved],
  'api-key-required': [apiKeyDemanded, apiKeyDropped],
  'authorization-changed': [authorizationDropped, authorizationIntroduced, authorizationTypeChanged],
  'authorizer-switched': [authorizerAdded, authorizerRemoved, authorizerReplaced],
  'security-scheme-changed': [securitySchemeReplaced],
  'oauth-scopes-changed': [oauthScopeWithdrawn, oauthScopeOffered],
  'authorizer-changed': [
    authorizerIdentitySourceChanged,
    authorizerIssuerChanged,
    authorizerTypeChanged,
    authorizerTokenPatternChanged,
    authorizerCacheChanged,
    authorizerTargetChanged,
    authorizerSettingsChanged,
  ],
  'validator-switched': [validatorRemoved, validatorAdded, validatorReplaced],
  'validator-changed': [validationTurnedOff, bodyValidationTurnedOn, parameterValidationTurnedOn],
  'integration-switched': [integrationDisconnected, integrationConnected, integrationReplaced],
  'integration-unused-changed': [unusedIntegrationChanged],
  'integration-changed': [
    integrationTargetChanged,
    integrationTypeChanged,
    integrationMethodChanged,
    integrationTimeoutLowered,
    integrationTimeoutRaised,
    integrationRequestParametersChanged,
    integrationRequestTemplateChanged,
    integrationPassthroughChanged,
    integrationResponseMappingChanged,
    integrationContentHandlingChanged,
    integrationPayloadFormatChanged,
    integrationTransferModeChanged,
    integrationCertificateCheckChanged,
    integrationCacheKeyChanged,
    integrationCredentialsChanged,
    mockAnswersChanged,
    integrationSettingsChanged,
  ],
  'upstream-changed': [unusedUpstreamChanged, upstreamChanged],
  'upstream-pool-changed': [unusedUpstreamPoolChanged, upstreamPoolChanged],
  'function-changed': [
    functionCodeChanged,
    functionHandlerChanged,
    functionEnvironmentChanged,
    functionTimeoutLowered,
    functionMemoryLowered,
    functionLimitRaised,
  ],
  'gateway-response-added': [gatewayResponseAdded],
  'gateway-response-removed': [gatewayResponseRemoved],
  'gateway-response-changed': [
    gatewayResponseStatusChanged,
    gatewayResponseHeadersChanged,
    gatewayResponseBodyChanged,
    gatewayResponseTypeChanged,
  ],
  'api-changed': [
    basePathChanged,
    apiTypeChanged,
    routeSelectionChanged,
    compatibilityChanged,
    apiKeySourceChanged,
    binaryMediaTypesChanged,
    compressionChanged,
    defaultValidatorChanged,
    schemaDialectChanged,
    apiDocumentationChanged,
  ],
  'cors-changed': [
    corsTurnedOn,
    corsTurnedOff,
    corsOriginRemoved,
    corsMethodRemoved,
    corsRequestHeaderRemoved,
    corsExposedHeaderRemoved,
    corsCredentialsRefused,
    corsOriginAdded,
    corsLoosened,
  ],
  'documentation-changed': [documentationChanged],
  'extensions-changed': [extensionsChanged],
  'opaque-changed': [opaqueChanged],
  'name-changed': [nameChanged],
  'record-added': [documentationPartAdded, recordAdded],
  'record-removed': [documentationPartRemoved, functionRemoved, recordRemoved],
  'same-meaning': [sameMeaning],
}

/** Every check, without how it judges. */
export const checkList: readonly CheckInfo[] = Object.values(checks)
  .flatMap((list) => list as unknown as readonly Check<DeltaType>[])
  .map(({ id, level, area, direction, finds }) => ({
    id,
    level,
    area,
    ...(direction && { direction }),
    finds,
  }))
