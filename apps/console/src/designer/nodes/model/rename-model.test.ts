import type { ApiRecord, Model } from '@penstock/model'
import { expect, test } from 'vitest'
import { Editor } from '../../../editor/index.ts'
import { modelRef, renameModel } from './rename-model.ts'

const pet: Model = {
  kind: 'model',
  id: 'pet',
  name: 'Pet',
  schema: {
    properties: { parent: { $ref: '#/components/schemas/Pet' } },
    discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Pet', dog: 'Pet' } },
  },
}
const other: ApiRecord = {
  kind: 'model',
  id: 'pets',
  name: 'Petshop',
  schema: { title: 'Pet', $ref: '#/definitions/Pet' },
}
const method: ApiRecord = {
  kind: 'method',
  id: 'list',
  resource: 'root',
  httpMethod: 'GET',
  responses: {
    '200': {
      content: {
        'application/json': { schema: { items: { $ref: '#/components/schemas/Pet/properties/parent' } } },
      },
    },
    '404': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Petshop' } } } },
  },
}

test('what refers to a model follows when it is renamed, and nothing else', () => {
  const editor = new Editor([pet, other, method])
  editor.run('Rename model', (transaction) => renameModel(transaction, pet, 'a/b'))
  expect(editor.get('pet')).toEqual({
    ...pet,
    name: 'a/b',
    schema: {
      properties: { parent: { $ref: '#/components/schemas/a~1b' } },
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/a~1b', dog: 'Pet' } },
    },
  })
  expect(editor.get('pets')).toMatchObject({ schema: { title: 'Pet', $ref: '#/definitions/a~1b' } })
  expect(editor.get('list')).toMatchObject({
    responses: {
      '200': {
        content: {
          'application/json': { schema: { items: { $ref: '#/components/schemas/a~1b/properties/parent' } } },
        },
      },
      '404': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Petshop' } } } },
    },
  })
  editor.undo()
  expect(editor.get('list')).toEqual(method)
  expect(modelRef('a/b')).toBe('#/components/schemas/a~1b')
})
