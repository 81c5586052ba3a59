/** The version of OpenAPI whose schemas are meant. */
export type SchemaDialect = 'oas31' | 'oas30' | 'swagger2'

type Json = Readonly<Record<string, unknown>>

/** The schema of a schema, for completion and checks: JSON Schema 2020-12 for OpenAPI 3.1, its older cousins else. */
export function schemaOfSchemas(dialect: SchemaDialect): Json {
  const keywords = { ...common, ...(dialect === 'oas31' ? draft2020 : older), ...own[dialect] }
  return {
    ...(dialect === 'oas31' ? { type: ['object', 'boolean'] } : { type: 'object' }),
    properties: keywords,
    patternProperties: { '^x-': {} },
    // A name that is no keyword does nothing, which is seldom meant.
    additionalProperties: dialect === 'oas31' ? {} : false,
  }
}

const schema = { $ref: '#' }
const schemas = { type: 'array', items: schema, minItems: 1 }
const named = { type: 'object', additionalProperties: schema }
const count = { type: 'integer', minimum: 0 }
const types = ['string', 'number', 'integer', 'boolean', 'array', 'object']
const said = (description: string, keyword: Json = {}) => ({ ...keyword, description })

const common = {
  $ref: said('Another schema: #/components/schemas/Name.', { type: 'string' }),
  title: said('A name for people.', { type: 'string' }),
  description: said('What it means; Markdown.', { type: 'string' }),
  default: said('The value where none is given.'),
  enum: said('The values that there are.', { type: 'array', minItems: 1 }),
  multipleOf: { type: 'number', exclusiveMinimum: 0 },
  minimum: { type: 'number' },
  maximum: { type: 'number' },
  minLength: count,
  maxLength: count,
  pattern: said('A regular expression that the text matches somewhere.', { type: 'string', format: 'regex' }),
  format: said('What the text is: date-time, date, email, uuid, uri, byte, …', {
    type: 'string',
    examples: [
      'date-time',
      'date',
      'email',
      'uuid',
      'uri',
      'byte',
      'binary',
      'int32',
      'int64',
      'float',
      'double',
    ],
  }),
  items: said('The schema of each item.', schema),
  minItems: count,
  maxItems: count,
  uniqueItems: { type: 'boolean' },
  properties: said('The members and their schemas.', named),
  required: said('Members that must be there.', {
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
  }),
  additionalProperties: said('Whether other members may be there, or their schema.', {
    anyOf: [{ type: 'boolean' }, schema],
  }),
  minProperties: count,
  maxProperties: count,
  allOf: said('All of these.', schemas),
  readOnly: said('Only in answers.', { type: 'boolean' }),
  example: {},
  externalDocs: { type: 'object' },
  xml: { type: 'object' },
}

const draft2020 = {
  $schema: { type: 'string' },
  $id: { type: 'string' },
  $anchor: { type: 'string' },
  $comment: { type: 'string' },
  $defs: named,
  type: said('One type, or several.', {
    anyOf: [
      { enum: [...types, 'null'] },
      { type: 'array', items: { enum: [...types, 'null'] }, minItems: 1 },
    ],
  }),
  const: said('The one value that there is.'),
  examples: { type: 'array' },
  exclusiveMinimum: { type: 'number' },
  exclusiveMaximum: { type: 'number' },
  prefixItems: schemas,
  contains: schema,
  minContains: count,
  maxContains: count,
  patternProperties: named,
  propertyNames: schema,
  dependentRequired: { type: 'object' },
  dependentSchemas: named,
  unevaluatedProperties: schema,
  unevaluatedItems: schema,
  if: schema,
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: schema,
  else: schema,
  contentEncoding: { type: 'string' },
  contentMediaType: { type: 'string' },
  deprecated: { type: 'boolean' },
}

const older = {
  type: said('The type. OpenAPI 3.1 has several, and null.', { enum: types }),
  exclusiveMinimum: said('Whether the minimum itself is left out.', { type: 'boolean' }),
  exclusiveMaximum: said('Whether the maximum itself is left out.', { type: 'boolean' }),
}

const alternatives = {
  oneOf: said('Just one of these.', schemas),
  anyOf: said('One or more of these.', schemas),
  not: said('Not this.', schema),
  writeOnly: said('Only in requests.', { type: 'boolean' }),
  discriminator: { type: 'object' },
}

const own: Readonly<Record<SchemaDialect, Json>> = {
  oas31: alternatives,
  oas30: {
    ...alternatives,
    nullable: said('Whether null is a value as well.', { type: 'boolean' }),
    deprecated: { type: 'boolean' },
  },
  swagger2: { discriminator: said('The member that names the schema.', { type: 'string' }) },
}
