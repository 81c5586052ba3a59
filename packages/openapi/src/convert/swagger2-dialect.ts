import type { Json, JsonObject } from '@penstock/model'
import { isObject, isString } from '../json.ts'
import type { Lost } from './convert-document.ts'
import { mapSchemas } from './map-schemas.ts'
import { mapParameters } from './map-parameters.ts'
import { withoutSwaggerWords } from './without-swagger-words.ts'

/** An OpenAPI 3 shaped document whose schemas follow Swagger 2.0, as OpenAPI 3.0. */
export function fromSwagger2Dialect(document: JsonObject): JsonObject {
  const mapped = mapParameters(mapSchemas(withoutSwaggerWords(document), schemaFrom2), fromCollectionFormat)
  return { ...mapped, openapi: '3.0.3', paths: mapped['paths'] ?? {} }
}

function schemaFrom2(schema: JsonObject): Json {
  const { 'x-nullable': nullable, type, discriminator, ...out } = schema
  if (nullable === true) out['nullable'] = true
  else if (nullable !== undefined) out['x-nullable'] = nullable
  if (type === 'file') Object.assign(out, { type: 'string', format: 'binary' })
  else if (type !== undefined) out['type'] = type
  if (isString(discriminator)) out['discriminator'] = { propertyName: discriminator }
  else if (discriminator !== undefined) out['discriminator'] = discriminator
  return out
}

const styles: Readonly<Record<string, JsonObject>> = {
  csv: { explode: false },
  multi: { explode: true },
  ssv: { style: 'spaceDelimited', explode: false },
  pipes: { style: 'pipeDelimited', explode: false },
}

function fromCollectionFormat(parameter: JsonObject): JsonObject {
  const { collectionFormat, ...others } = parameter
  if (!isString(collectionFormat)) return parameter
  if (parameter['in'] !== 'query') return others
  return { ...others, ...styles[collectionFormat] }
}

function toCollectionFormat(parameter: JsonObject): JsonObject {
  const { style, explode, schema, ...others } = parameter
  const isList = isObject(schema) && schema['type'] === 'array'
  const out: JsonObject = schema === undefined ? others : { ...others, schema }
  if (!isList || parameter['in'] !== 'query') return out
  if (style === 'spaceDelimited') out['collectionFormat'] = 'ssv'
  else if (style === 'pipeDelimited') out['collectionFormat'] = 'pipes'
  else out['collectionFormat'] = explode === false ? 'csv' : 'multi'
  return out
}

/** Schemas of OpenAPI 3.0 in the words of Swagger 2.0; the document keeps its OpenAPI 3 shape. */
export function toSwagger2Dialect(document: JsonObject, lost: Lost): JsonObject {
  const schemas = mapSchemas(document, (schema, pointer) => schemaTo2(schema, pointer, lost))
  return mapParameters(schemas, toCollectionFormat)
}

function schemaTo2(schema: JsonObject, pointer: string, lost: Lost): Json {
  const { nullable, discriminator, ...out } = schema
  if (nullable === true) out['x-nullable'] = true
  if (isObject(discriminator)) out['discriminator'] = discriminator['propertyName'] ?? ''
  else if (discriminator !== undefined) out['discriminator'] = discriminator
  for (const key of ['oneOf', 'anyOf', 'not', 'writeOnly', 'deprecated']) {
    if (!Object.hasOwn(out, key)) continue
    lost(`${pointer}/${key}`, key, 'Swagger 2.0')
    delete out[key]
  }
  return out
}
