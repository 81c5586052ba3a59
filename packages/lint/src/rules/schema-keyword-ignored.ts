import { type JsonObject, recordsOf } from '@penstock/model'
import { changeRecord, valueAt, withValue } from '../change.ts'
import { type Facts, factsOf } from '../facts/facts.ts'
import { isObject } from '../is-object.ts'
import { defineSchemaRule } from '../schema/schema-rule.ts'

const bounds = ['exclusiveMinimum', 'exclusiveMaximum'] as const
/** Keywords of JSON Schema that came after draft 4, and that OpenAPI 3.0 and Swagger do not have. */
const later = [
  'const',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'prefixItems',
  '$defs',
  'examples',
] as const

const dialects: Readonly<Record<Facts['dialect'], string>> = {
  oas31: 'OpenAPI 3.1',
  oas30: 'OpenAPI 3.0',
  swagger2: 'Swagger 2.0',
}

export const schemaKeywordIgnored = defineSchemaRule({
  id: 'schema-keyword-ignored',
  severity: 'warning',
  title: 'A keyword that this version of schemas does not have',
  why: 'OpenAPI 3.1 follows JSON Schema 2020-12, 3.0 and Swagger an extended draft 4. A keyword of the one is read as nothing, or as something else, in the other.',
  mend: 'Write what the version of this API has: `exclusiveMinimum: 5` and `type: [string, "null"]` in 3.1, `minimum: 5` with `exclusiveMinimum: true` and `nullable: true` in 3.0.',
  fix: {
    title: 'Write it as this version does',
    apply: (definition, { location: { record: id, path = [] } }) =>
      changeRecord(definition, id, (record) => {
        const schema = valueAt(record, path.slice(0, -1))
        const keyword = path.at(-1)
        if (!isObject(schema)) return record
        return keyword !== undefined &&
          keyword === ignoredIn(schema, factsOf([...recordsOf(definition, 'api')][0]).dialect)
          ? withValue(record, path.slice(0, -1), rewritten(schema, keyword))
          : record
      }),
  },
  inspect(schema, { facts }) {
    const keyword = ignoredIn(schema, facts.dialect)
    if (keyword === undefined) return undefined
    return {
      path: [keyword],
      message: `"${keyword}" is not read like this in schemas of ${dialects[facts.dialect]}.`,
    }
  },
})

/** The first keyword of a schema that a version does not have, or reads otherwise. */
function ignoredIn(schema: JsonObject, dialect: Facts['dialect']): string | undefined {
  return dialect === 'oas31' ? oldKeyword(schema) : newKeyword(schema, dialect)
}

function oldKeyword(schema: JsonObject): string | undefined {
  return (
    bounds.find((key) => typeof schema[key] === 'boolean') ??
    (typeof schema['nullable'] === 'boolean' ? 'nullable' : undefined)
  )
}

function newKeyword(schema: JsonObject, dialect: Facts['dialect']): string | undefined {
  const bound = bounds.find((key) => typeof schema[key] === 'number')
  if (bound !== undefined) return bound
  if (Array.isArray(schema['type'])) return 'type'
  if (dialect === 'swagger2' && typeof schema['nullable'] === 'boolean') return 'nullable'
  return later.find((key) => Object.hasOwn(schema, key))
}

/** The same meaning in the other version's words; what has none there stays. */
function rewritten(schema: JsonObject, keyword: string): JsonObject {
  const { [keyword]: said, ...rest } = schema
  const limit = keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum'
  if (said === false) return rest
  if (keyword.startsWith('exclusive') && said === true) {
    const { [limit]: value, ...others } = rest
    return typeof value === 'number' ? { ...others, [keyword]: value } : rest
  }
  if (keyword.startsWith('exclusive') && typeof said === 'number')
    return { ...rest, [limit]: said, [keyword]: true }
  if (keyword === 'nullable' && typeof rest['type'] === 'string')
    return { ...rest, type: [rest['type'], 'null'] }
  if (keyword === 'type' && Array.isArray(said)) {
    const types = said.filter((type) => type !== 'null')
    const [type] = types
    if (types.length === 1 && type !== undefined)
      return types.length < said.length ? { type, ...rest, nullable: true } : { type, ...rest }
  }
  return schema
}
