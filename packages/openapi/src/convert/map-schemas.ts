import type { Json, JsonObject } from '@penstock/model'
import { isObject, put } from '../json.ts'
import { escapeToken } from '../pointer.ts'

/** Turns one schema, whose subschemas are done already, into another. */
export type MapSchema = (schema: JsonObject, pointer: string) => Json

/** What an object of the document may hold: a rule for each member that leads to schemas. */
type Rule = (value: Json, pointer: string, map: MapSchema) => Json

const one = [
  'items',
  'additionalItems',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
]
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const maps = ['properties', 'patternProperties', 'definitions', '$defs', 'dependentSchemas']

/** A schema and all schemas in it, inside out. Values that stay as they are are shared. */
export const mapSchema: Rule = (schema, pointer, map) => {
  if (!isObject(schema)) return schema
  return map(members(schema, schemaRules, pointer, map), pointer)
}

/** Every schema of an OpenAPI 3 shaped document. */
export function mapSchemas(document: JsonObject, map: MapSchema): JsonObject {
  return members(document, rootRules, '', map)
}

const schemaRules: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(one.map((key) => [key, mapSchema])),
  ...Object.fromEntries(lists.map((key) => [key, each(mapSchema)])),
  ...Object.fromEntries(maps.map((key) => [key, each(mapSchema)])),
}

const object =
  (rules: () => Readonly<Record<string, Rule>>): Rule =>
  (value, pointer, map) =>
    isObject(value) ? members(value, rules(), pointer, map) : value

const media = object(() => mediaRules)
const header = object(() => headerRules)
const operation = object(() => operationRules)
const pathItem = object(() => pathItemRules)
const body = object(() => ({ content: each(media) }))
const response = object(() => ({ headers: each(header), content: each(media) }))

const headerRules = { schema: mapSchema, content: each(media) }
const mediaRules = { schema: mapSchema, encoding: each(object(() => ({ headers: each(header) }))) }
const operationRules = {
  parameters: each(header),
  requestBody: body,
  responses: each(response),
  callbacks: each(each(pathItem)),
}
const pathItemRules: Readonly<Record<string, Rule>> = {
  parameters: each(header),
  ...Object.fromEntries(
    [
      'get',
      'put',
      'post',
      'delete',
      'options',
      'head',
      'patch',
      'trace',
      'x-amazon-apigateway-any-method',
    ].map((key) => [key, operation]),
  ),
}
const componentRules = {
  schemas: each(mapSchema),
  parameters: each(header),
  headers: each(header),
  requestBodies: each(body),
  responses: each(response),
  callbacks: each(each(pathItem)),
  pathItems: each(pathItem),
}
const rootRules = {
  paths: each(pathItem),
  webhooks: each(pathItem),
  components: object(() => componentRules),
}

/** The rule for every entry of an object or array. */
function each(rule: Rule): Rule {
  return (value, pointer, map) => {
    if (Array.isArray(value))
      return share(
        value,
        value.map((item, index) => rule(item, `${pointer}/${index}`, map)),
      )
    if (!isObject(value)) return value
    return replaced(value, (entry, key) => rule(entry, `${pointer}/${escapeToken(key)}`, map))
  }
}

function members(
  value: JsonObject,
  rules: Readonly<Record<string, Rule>>,
  pointer: string,
  map: MapSchema,
): JsonObject {
  return replaced(value, (entry, key) => {
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined
    return rule ? rule(entry, `${pointer}/${escapeToken(key)}`, map) : entry
  })
}

function replaced(value: JsonObject, replace: (entry: Json, key: string) => Json): JsonObject {
  const out: JsonObject = {}
  let changed = false
  for (const key of Object.keys(value)) {
    const entry = replace(value[key]!, key)
    changed ||= entry !== value[key]
    put(out, key, entry)
  }
  return changed ? out : value
}

function share(before: Json[], after: Json[]): Json[] {
  return after.every((item, index) => item === before[index]) ? before : after
}
