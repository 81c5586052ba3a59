import { type ApiRecord, definitionOf, type Method } from '@penstock/model'
import { expect, test } from 'vitest'
import { Editor } from '../../../editor/index.ts'
import { addMethod } from '../../edits/add-records.ts'
import { sharedIntegration } from './shared-integration.ts'

const method = (id: string, resource: string, integration?: string): Method => ({
  kind: 'method',
  id,
  resource,
  httpMethod: 'GET',
  ...(integration ? { integration } : {}),
})

const records: ApiRecord[] = [
  { kind: 'api', id: 'api', name: 'Shop' },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'carts', parent: 'root', pathPart: 'carts' },
  { kind: 'resource', id: 'orders', parent: 'root', pathPart: 'orders' },
  { kind: 'integration', id: 'backend', type: 'http_proxy', name: 'Backend', uri: 'https://shop.example' },
  { kind: 'integration', id: 'alone', type: 'mock', name: 'Mock' },
  method('first', 'carts', 'backend'),
  method('sibling', 'orders', 'backend'),
]

test('a new method says whose integration it took, its sibling before others, and one undo takes all of it back', () => {
  const editor = new Editor(records)
  let id = ''
  editor.run('Add method', (transaction) => {
    id = addMethod(transaction, 'orders')
  })
  expect(sharedIntegration(editor.get(id) as Method, editor.definition)).toBe(
    'Uses Backend like GET /orders and 1 more',
  )
  editor.undo()
  expect([...editor.definition.values()]).toEqual(records)
})

test('a method that shares nothing says nothing', () => {
  const definition = definitionOf(records)
  expect(sharedIntegration(method('new', 'orders', 'alone'), definition)).toBeNull()
  expect(sharedIntegration(method('new', 'orders'), definition)).toBeNull()
})
