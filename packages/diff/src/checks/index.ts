import type { DeltaType } from '../delta.ts'
import type { Check } from './check.ts'
import { alternativesChanged } from './alternatives-changed.ts'
import { apiChanged } from './api-changed.ts'
import { apiKeyRequired } from './api-key-required.ts'
import { authorizationChanged } from './authorization-changed.ts'
import { authorizerChanged } from './authorizer-changed.ts'
import { authorizerSwitched } from './authorizer-switched.ts'
import { constraintChanged } from './constraint-changed.ts'
import { defaultChanged } from './default-changed.ts'
import { deprecated } from './deprecated.ts'
import { documentationChanged } from './documentation-changed.ts'
import { enumValuesChanged } from './enum-values-changed.ts'
import { extensionsChanged } from './extensions-changed.ts'
import { functionChanged } from './function-changed.ts'
import { gatewayResponseChanged } from './gateway-response-changed.ts'
import { integrationChanged } from './integration-changed.ts'
import { integrationSwitched } from './integration-switched.ts'
import { mediaTypeAdded } from './media-type-added.ts'
import { mediaTypeRemoved } from './media-type-removed.ts'
import { methodChanged } from './method-changed.ts'
import { nameChanged } from './name-changed.ts'
import { opaqueChanged } from './opaque-changed.ts'
import { operationAdded } from './operation-added.ts'
import { operationIdChanged } from './operation-id-changed.ts'
import { operationRemoved } from './operation-removed.ts'
import { parameterAdded } from './parameter-added.ts'
import { parameterRemoved } from './parameter-removed.ts'
import { parameterRenamed } from './parameter-renamed.ts'
import { parameterRequired } from './parameter-required.ts'
import { parameterSerialization } from './parameter-serialization.ts'
import { pathChanged } from './path-changed.ts'
import { propertyAdded } from './property-added.ts'
import { propertyRemoved } from './property-removed.ts'
import { propertyRequired } from './property-required.ts'
import { recordAdded } from './record-added.ts'
import { recordRemoved } from './record-removed.ts'
import { requestBodyAdded } from './request-body-added.ts'
import { requestBodyRemoved } from './request-body-removed.ts'
import { requestBodyRequired } from './request-body-required.ts'
import { responseAdded } from './response-added.ts'
import { responseHeaderAdded } from './response-header-added.ts'
import { responseHeaderRemoved } from './response-header-removed.ts'
import { responseRemoved } from './response-removed.ts'
import { sameMeaning } from './same-meaning.ts'
import { schemaChanged } from './schema-changed.ts'
import { schemaTypeChanged } from './schema-type-changed.ts'
import { scopesChanged } from './scopes-changed.ts'
import { securityChanged } from './security-changed.ts'
import { upstreamChanged } from './upstream-changed.ts'
import { validatorChanged } from './validator-changed.ts'
import { validatorSwitched } from './validator-switched.ts'

/** Structural difference → the check that judges it. A difference without a check does not compile. */
export const checks: { readonly [T in DeltaType]: Check<T> } = {
  'operation-added': operationAdded,
  'operation-removed': operationRemoved,
  'path-changed': pathChanged,
  'method-changed': methodChanged,
  'operation-id-changed': operationIdChanged,
  'parameter-added': parameterAdded,
  'parameter-removed': parameterRemoved,
  'parameter-renamed': parameterRenamed,
  'parameter-required': parameterRequired,
  'parameter-serialization': parameterSerialization,
  'request-body-added': requestBodyAdded,
  'request-body-removed': requestBodyRemoved,
  'request-body-required': requestBodyRequired,
  'media-type-added': mediaTypeAdded,
  'media-type-removed': mediaTypeRemoved,
  'response-added': responseAdded,
  'response-removed': responseRemoved,
  'response-header-added': responseHeaderAdded,
  'response-header-removed': responseHeaderRemoved,
  'schema-type': schemaTypeChanged,
  'schema-enum': enumValuesChanged,
  'schema-property-added': propertyAdded,
  'schema-property-removed': propertyRemoved,
  'schema-property-required': propertyRequired,
  'schema-constraint': constraintChanged,
  'schema-alternatives': alternativesChanged,
  'schema-default': defaultChanged,
  'schema-other': schemaChanged,
  'security-changed': securityChanged,
  'scopes-changed': scopesChanged,
  'api-key-required': apiKeyRequired,
  'authorization-changed': authorizationChanged,
  'authorizer-switched': authorizerSwitched,
  'validator-switched': validatorSwitched,
  'integration-switched': integrationSwitched,
  'integration-changed': integrationChanged,
  'upstream-changed': upstreamChanged,
  'function-changed': functionChanged,
  'authorizer-changed': authorizerChanged,
  'validator-changed': validatorChanged,
  'gateway-response-changed': gatewayResponseChanged,
  deprecated: deprecated,
  'documentation-changed': documentationChanged,
  'extensions-changed': extensionsChanged,
  'opaque-changed': opaqueChanged,
  'name-changed': nameChanged,
  'same-meaning': sameMeaning,
  'api-changed': apiChanged,
  'record-added': recordAdded,
  'record-removed': recordRemoved,
}
