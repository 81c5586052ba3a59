import { find, type Json, type JsonObject, type Method, resolveRef } from '@penstock/model'
import type { BundleRoute, BundleValidation } from '../../schema.ts'
import type { BuildContext } from '../context.ts'
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

/** Media types and the schemas of their bodies; a type without one is known and not looked into. */
function bodyOf(method: Method, context: BuildContext, table: SchemaTable): BundleValidation['body'] {
  const said = followed(method.requestBody, context)
  if (!said) return undefined
  const types: Record<string, string | null> = {}
  const content = isObject(said['content']) ? said['content'] : {}
  for (const type of Object.keys(content).sort(byText)) {
    const media = content[type]
    const schema = isObject(media) ? media['schema'] : undefined
    const location = { record: method.id, path: ['requestBody', 'content', type] }
    types[type.toLowerCase()] = schema === undefined ? null : table.keyOf(schema, location)
  }
  return { required: said['required'] === true, types }
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
