import { expect, test } from 'vitest'
import { type ApiRecord, definitionOf, parseRef, refsOf, resolveRef } from './index.ts'

test.each([
  ['#/components/schemas/Pet', 'schemas', 'Pet', []],
  ['#/components/schemas/a~1b%20c/properties/x', 'schemas', 'a/b c', ['properties', 'x']],
  ['#/definitions/Pet', 'schemas', 'Pet', []],
  ['#/parameters/limit', 'parameters', 'limit', []],
  ['https://apigateway.amazonaws.com/restapis/abc/models/Pet', 'schemas', 'Pet', []],
  ['#/components/schemas/100%', 'schemas', '100%', []],
])('%s names %s %s', (ref, section, name, rest) => {
  expect(parseRef(ref)).toEqual({ section, name, rest })
})

test.each(['#/paths/~1pets/get', 'other.yaml#/Pet', '#', ''])('%j names no record', (ref) => {
  expect(parseRef(ref)).toBeUndefined()
})

test('a reference resolves through models and components, and to nothing where nothing is', () => {
  const pet: ApiRecord = {
    kind: 'model',
    id: 'mod_1',
    name: 'Pet',
    schema: { properties: { id: { type: 'string' } } },
  }
  const limit: ApiRecord = {
    kind: 'component',
    id: 'com_1',
    section: 'parameters',
    name: 'limit',
    value: { name: 'limit' },
  }
  const definition = definitionOf([pet, limit])
  expect(resolveRef(definition, '#/components/schemas/Pet/properties/id')).toEqual({ type: 'string' })
  expect(resolveRef(definition, '#/components/parameters/limit')).toEqual({ name: 'limit' })
  expect(resolveRef(definition, '#/components/schemas/Pet/constructor')).toBeUndefined()
  expect(resolveRef(definition, '#/components/schemas/Gone')).toBeUndefined()
})

test('a record knows what it refers to, each once', () => {
  const model: ApiRecord = {
    kind: 'model',
    id: 'mod_1',
    name: 'Tree',
    schema: {
      properties: {
        left: { $ref: '#/components/schemas/Tree' },
        right: { $ref: '#/components/schemas/Tree' },
      },
      discriminator: { propertyName: 'kind', mapping: { leaf: '#/components/schemas/Leaf' } },
    },
  }
  expect(refsOf(model)).toEqual(['schemas/Tree', 'schemas/Leaf'])
})
