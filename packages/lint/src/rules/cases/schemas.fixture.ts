import { answering, api, get, model, pets, ref } from '../../testing.fixture.ts'
import type { Cases } from './case.fixture.ts'

const png = { content: { 'image/png': {} } }

export const schemas: Cases = {
  'schema-reference-missing': {
    fires: answering({ properties: { owner: ref('Owner') } }),
    at: 'mod_Pet schema.properties.owner.$ref',
    silent: [answering({ properties: { owner: ref('Owner') } }, model('Owner', {}))],
  },
  'schema-without-end': {
    fires: answering(
      { required: ['owner'], properties: { owner: ref('Owner') } },
      model('Owner', { allOf: [{ required: ['pet'], properties: { pet: ref('Pet') } }] }),
    ),
    at: 'mod_Pet schema',
    silent: [
      answering({ properties: { parent: ref('Pet') } }),
      answering({ required: ['children'], properties: { children: { type: 'array', items: ref('Pet') } } }),
      answering({ required: ['parent'], properties: { parent: { allOf: [ref('Pet')], nullable: true } } }),
    ],
  },
  'schema-keyword-ignored': {
    fires: answering({ properties: { age: { type: 'integer', minimum: 0, exclusiveMinimum: true } } }),
    at: 'mod_Pet schema.properties.age.exclusiveMinimum',
    silent: [
      answering({ properties: { age: { type: ['integer', 'null'], exclusiveMinimum: 0 } } }),
      answering(
        { properties: { age: { type: 'integer', nullable: true, minimum: 0, exclusiveMinimum: true } } },
        api({ dialect: 'oas30' }),
      ),
      // Properties may be called anything.
      answering({ properties: { nullable: { type: 'boolean' } } }),
    ],
  },
  'required-property-unknown': {
    fires: answering({ required: ['name', 'ag'], properties: { name: {}, age: {} } }),
    at: 'mod_Pet schema.required.1',
    silent: [
      answering({ required: ['name'], properties: { name: {} } }),
      answering({ required: ['name'] }),
      answering({ allOf: [{ required: ['name'], properties: { age: {} } }] }),
    ],
  },
  'enum-value-twice': {
    fires: answering({ enum: ['cat', 'dog', 'cat'] }),
    at: 'mod_Pet schema.enum.2',
    silent: [answering({ enum: ['cat', 'dog', 'Cat', 1, '1'] })],
  },
  'default-not-in-enum': {
    fires: answering({ enum: ['cat', 'dog'], default: 'bird' }),
    at: 'mod_Pet schema.default',
    silent: [answering({ enum: ['cat', 'dog'], default: 'dog' }), answering({ default: 'dog' })],
  },
  'pattern-invalid': {
    fires: answering({ type: 'string', pattern: '[a-z' }),
    at: 'mod_Pet schema.pattern',
    silent: [answering({ type: 'string', pattern: '^[\\w.-]+\\p{L}$' })],
  },
  'pattern-explosive': {
    fires: answering({ type: 'string', pattern: '^([a-z]+)+$' }),
    at: 'mod_Pet schema.pattern',
    silent: [answering({ type: 'string', pattern: '^[a-z]+(-[a-z]{1,3})?$' })],
  },
  'example-mismatch': {
    fires: answering({
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, age: { type: 'integer' } },
      example: { name: 'Rex', age: 'three' },
    }),
    at: 'mod_Pet schema.example.age',
    silent: [
      answering({
        type: 'object',
        properties: { age: { type: 'integer' } },
        example: { age: 3, more: true },
      }),
      answering({ type: 'string', nullable: true, example: null }, api({ dialect: 'oas30' })),
    ],
  },
  'binary-media-type-unused': {
    fires: pets(api({ binaryMediaTypes: ['image/jpeg'] }), get({ responses: { 200: png } })),
    at: 'api_1 binaryMediaTypes.0',
    silent: [
      pets(api({ binaryMediaTypes: ['image/png', '*/*'] }), get({ responses: { 200: png } })),
      pets(api({ binaryMediaTypes: ['image/jpeg'] })),
    ],
  },
}
