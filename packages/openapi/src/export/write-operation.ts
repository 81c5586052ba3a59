import { find, type JsonObject, type Method } from '@penstock/model'
import { integrationExtension } from '../import/integration.ts'
import { putIf } from '../json.ts'
import { mergeRest } from '../members.ts'
import { penstockIntegration } from '../penstock-words.ts'
import { writeMethodIntegration } from './write-integration.ts'
import type { WriteScope } from './write-scope.ts'
import { securityOf } from './write-security.ts'

/** One operation object. `path` is the method's own, for integrations that pass it on. */
export function writeOperation(scope: WriteScope, method: Method, path: string): JsonObject {
  const out: JsonObject = {}
  putIf(out, 'tags', method.tags)
  putIf(out, 'summary', method.summary)
  putIf(out, 'description', method.description)
  putIf(out, 'operationId', method.operationId)
  putIf(out, 'deprecated', method.deprecated)
  putIf(out, 'parameters', method.parameters)
  putIf(out, 'requestBody', method.requestBody)
  putIf(out, 'responses', method.responses)
  putIf(out, 'security', securityOf(scope, method))
  if (scope.extensions !== 'none') {
    putIf(out, 'x-amazon-apigateway-request-validator', scope.validatorName(method.validator))
    const integration = find(scope.definition, 'integration', method.integration)
    if (!integration) return finish(scope, out, method)
    // Silence, or our own word, brings back what Amazon can't say; the other exports say it as well as Amazon can.
    if (scope.saysInFull(integration)) {
      putIf(out, integrationExtension, writeMethodIntegration(scope, integration, method, path))
      if (scope.saysIdToo(integration, `${method.httpMethod} ${path}`))
        out[penstockIntegration] = integration.id
    } else if (scope.saysById(integration)) out[penstockIntegration] = integration.id
  }
  return finish(scope, out, method)
}

function finish(scope: WriteScope, out: JsonObject, method: Method): JsonObject {
  return mergeRest(out, scope.keep(method.rest))
}
