import type { Json, JsonObject } from '@penstock/model'
import { isObject, own, put, putIf } from '../json.ts'
import { oauthFlows, schemaMembers } from './swagger2-hints.ts'

/** A parameter with its schema's members beside its name; a schema that can't be said this way becomes a string. */
export function parameterToSwagger2(parameter: Json): Json {
  if (!isObject(parameter) || parameter['in'] === 'body') return parameter
  return withoutSchema(parameter)
}

export function headerToSwagger2(header: Json): Json {
  return isObject(header) ? withoutSchema(header) : header
}

function withoutSchema(value: JsonObject): JsonObject {
  const schema = own(value, 'schema')
  if (!isObject(schema)) return value
  const { schema: _, ...out } = value
  for (const key of Object.keys(schema)) {
    if (schemaMembers.has(key)) put(out, key, schema[key]!)
  }
  if (!('type' in out) && ('$ref' in schema || 'allOf' in schema || 'properties' in schema))
    out['type'] = 'string'
  return out
}

export function schemeToSwagger2(scheme: Json): Json {
  if (!isObject(scheme)) return scheme
  if (scheme['type'] === 'http' && scheme['scheme'] === 'basic') {
    const { scheme: _, ...others } = scheme
    return { ...others, type: 'basic' }
  }
  // Swagger 2.0 knows bearer tokens only as a header.
  if (scheme['type'] === 'http') {
    const { scheme: _, bearerFormat: __, ...others } = scheme
    return { ...others, type: 'apiKey', name: 'Authorization', in: 'header' }
  }
  const flows = own(scheme, 'flows')
  const flow = isObject(flows) ? oauthFlows.find(([, name]) => isObject(own(flows, name))) : undefined
  if (scheme['type'] !== 'oauth2' || !flow || !isObject(flows)) return scheme
  const { flows: _, ...others } = scheme
  const settings = flows[flow[1]] as JsonObject
  const out: JsonObject = { ...others, flow: flow[0] }
  putIf(out, 'authorizationUrl', settings['authorizationUrl'])
  putIf(out, 'tokenUrl', settings['tokenUrl'])
  putIf(out, 'scopes', settings['scopes'])
  return out
}
