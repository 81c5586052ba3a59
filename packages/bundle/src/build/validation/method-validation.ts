import { find, type Json, type JsonObject, type Method, resolveRef } from '@penstock/model'
import { mediaType } from '../../media-type.ts'
import type { BundleRoute, BundleValidation } from '../../schema.ts'
import { type BuildContext, warning } from '../context.ts'
import { defined } from '../defined.ts'
import { isObject } from '../is-object.ts'
import { byText } from '../order.ts'
import { describedParameters, requiredParameters } from './parameters.ts'
import type { SchemaTable } from './schema-table.ts'

/**
 * What is held against the requests of a method: nothing unless it, or the API for all, names a validator. Amazon's HTTP
 * APIs know none (aws-semantics §1.7).
 */
export function validationOf(
  method: Method,
  context: BuildContext,
  table: SchemaTable,
): BundleRoute['validation'] {
  const { api, definition } = context
  const isAmazon = api.compatibility === 'aws'
  if (isAmazon && api.type === 'HTTP') return undefined
  const validator = find(definition, 'validator', method.validator ?? api.validator)
  if (!validator) return undefined
  const parameters = !validator.validateRequestParameters
    ? []
    : isAmazon
      ? requiredParameters(method, context)
      : describedParameters(method, context, table)
  const body = validator.validateRequestBody ? bodyOf(method, context, table) : undefined
  if (parameters.length === 0 && body === undefined) return undefined
  return defined({ parameters: parameters.length === 0 ? undefined : parameters, body })
}

/**
 * Media types and the schemas of their bodies; a type without one is known and not looked into. Requests are told apart
 * by type alone, so of two that differ in parameters or case only, that which is written plainly counts, or the first.
 */
function bodyOf(method: Method, context: BuildContext, table: SchemaTable): BundleValidation['body'] {
  const said = followed(method.requestBody, context)
  if (!said) return undefined
  const types = new Map<string, { schema: string | null; written: string }>()
  const content = isObject(said['content']) ? said['content'] : {}
  for (const written of Object.keys(content).sort(plainFirst)) {
    const media = content[written]
    const described = isObject(media) ? media['schema'] : undefined
    const location = { record: method.id, path: ['requestBody', 'content', written] }
    const schema = described === undefined ? null : table.keyOf(described, location)
    const type = mediaType(written)
    const known = types.get(type)
    if (known === undefined) types.set(type, { schema, written })
    else if (known.schema !== schema) {
      const message = `Bodies of "${written}" are checked by what is said of "${known.written}": both are ${type}.`
      context.report(warning('media-types-alike', message, location))
    }
  }
  const schemas = [...types].sort(([a], [b]) => byText(a, b)).map(([type, { schema }]) => [type, schema])
  return { required: said['required'] === true, types: Object.fromEntries(schemas) }
}

function plainFirst(a: string, b: string): number {
  return Number(mediaType(a) !== a) - Number(mediaType(b) !== b) || byText(a, b)
}

function followed(value: Json | undefined, { definition }: BuildContext): JsonObject | undefined {
  let current = value
  for (let hops = 0; isObject(current) && hops < 8; hops++) {
    const ref = current['$ref']
    if (typeof ref !== 'string') return current
    current = resolveRef(definition, ref)
  }
  return undefined
}
