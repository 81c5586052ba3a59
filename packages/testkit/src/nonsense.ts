import fc from 'fast-check'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Words in which descriptions are written. */
const words = [
  'properties',
  'items',
  'allOf',
  'oneOf',
  'type',
  'enum',
  'required',
  'schema',
  'content',
  'headers',
  'application/json',
  'example',
  'examples',
  'value',
  'in',
  'name',
  '$ref',
  'a',
]
const leaf = fc.constantFrom(
  null,
  true,
  false,
  1,
  'string',
  'object',
  'array',
  'query',
  'path',
  'a',
  '#/components/schemas/Pet',
  '#/components/schemas/Gone',
  '#/components/examples/e',
)
const { object } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, tie('object'), fc.array(tie('value'), { maxLength: 3 })),
  object: fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 5, noNullPrototype: true }),
}))

/** JSON in the words of descriptions, put together without sense: what an import may let through. */
export const nonsense = object as fc.Arbitrary<{ [key: string]: Json }>
