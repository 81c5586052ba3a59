import type { ApiRecord } from '@penstock/model'
import { describe, expect, it } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { connect, connectionProblem } from '../edits/connect.ts'
import { deleteRecords, usersLeftBy } from '../edits/delete-records.ts'
import { type DropContext, dropProblem } from './drop-item.ts'

const records: ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Orders' },
  { kind: 'resource', id: 'res_1', parent: null, pathPart: '' },
  { kind: 'integration', id: 'int_1', name: 'Backend', type: 'http_proxy', uri: 'https://backend.example' },
  {
    kind: 'method',
    id: 'met_1',
    resource: 'res_1',
    httpMethod: 'GET',
    operationId: 'list',
    integration: 'int_1',
  },
  {
    kind: 'method',
    id: 'met_2',
    resource: 'res_1',
    httpMethod: 'PUT',
    operationId: 'open',
    validator: 'val_1',
  },
  { kind: 'validator', id: 'val_1', name: 'all', validateRequestBody: true, validateRequestParameters: true },
  { kind: 'authorizer', id: 'aut_1', name: 'login' },
  { kind: 'authorizer', id: 'aut_2', name: 'other' },
  { kind: 'model', id: 'mod_1', name: 'Order', schema: {} },
  {
    kind: 'model',
    id: 'mod_2',
    name: 'Orders',
    schema: { type: 'array', items: { $ref: '#/components/schemas/Order' } },
  },
]
const editor = () => new Editor(records)
const context = (of: Editor): DropContext => ({ session: { editor: of } })
const node = (id: string) => ({ node: id, edge: null })
const edge = (source: string, target: string) => ({ node: null, edge: { source, target } })

describe('what is dragged from the palette', () => {
  it.each([
    ['resource', node('res_1')],
    ['mock', node('met_1')],
    ['authorizer', node('met_1')],
    ['authorizer', edge('met_1', 'int_1')],
    ['validator', edge('met_1#caller', 'int_1')],
    ['mock', edge('met_2#validation', '')],
    ['authorizer', edge('met_2#caller', 'met_2#validation')],
    ['function', { node: null, edge: null }],
    ['model', edge('met_1', 'int_1')],
    ['model', edge('int_1', 'met_1#caller')],
    ['model', edge('met_2#caller', 'met_2#validation')],
  ])('%s is taken where it can go', (item, place) => {
    expect(dropProblem(context(editor()), item, place)).toBeNull()
  })

  it.each([
    ['mock', node('res_1'), /takes no mock.*method/],
    ['resource', node('int_1'), /takes no resource/],
    ['gatewayResponse', node('met_1'), /belongs to the API/],
    ['mock', edge('met_1', 'int_1'), /answer already/],
    ['model', edge('met_2#validation', ''), /elsewhere in the flow/],
    ['resource', edge('met_1', 'int_1'), /no step/],
    ['validator', edge('met_2#caller', 'met_2#validation'), /already/],
    ['authorizer', edge('met_2#validation', ''), /elsewhere in the flow/],
  ])('%s says why it is not', (item, place, reason) => {
    expect(dropProblem(context(editor()), item, place)).toMatch(reason)
  })
})

describe('an edge that is drawn', () => {
  it('from a step leads to what the step is made of', () => {
    const at = editor()
    at.run('Connect', (transaction) => connect(transaction, 'met_1', 'aut_1'))
    expect(at.get('met_1')).toMatchObject({ authorizer: 'aut_1', security: [{ login: [] }] })
    expect(connectionProblem(at.definition, 'met_1#authorizer', 'aut_2')).toBeNull()
    at.run('Connect', (transaction) => connect(transaction, 'met_1#authorizer', 'aut_2'))
    expect(at.get('met_1')).toMatchObject({ authorizer: 'aut_2', security: [{ other: [] }] })
  })

  it('is refused with the reason', () => {
    const { definition } = editor()
    expect(connectionProblem(definition, 'met_1', 'res_1')).toMatch(/an integration.*not to a resource/)
    expect(connectionProblem(definition, 'met_1#authorizer', 'int_1')).toMatch(/to an authorizer/)
    expect(connectionProblem(definition, 'res_1', 'int_1')).toMatch(/added to it/)
    expect(connectionProblem(definition, 'met_1', 'met_1#key')).toMatch(/\+/)
  })
})

describe('what others use', () => {
  it('names all of them before it is deleted: by id, by name and by $ref', () => {
    const at = editor()
    at.run('Connect', (transaction) => {
      connect(transaction, 'met_1', 'aut_1')
      const open = transaction.get('met_2')
      if (open?.kind === 'method') transaction.put({ ...open, security: [{ login: [] }] })
    })
    const of = (id: string) => usersLeftBy(at.definition, [id]).map((user) => user.id)
    expect(of('aut_1')).toEqual(['met_1', 'met_2'])
    expect(of('mod_1')).toEqual(['mod_2'])
    expect(of('int_1')).toEqual(['met_1'])
    expect(of('val_1')).toEqual(['met_2'])
    expect(of('met_1')).toEqual([])
    // What is deleted along misses nothing.
    expect(usersLeftBy(at.definition, ['int_1', 'met_1'])).toEqual([])
    at.run('Delete', (transaction) => deleteRecords(transaction, ['val_1']))
    expect(at.get('met_2')).not.toHaveProperty('validator')
  })
})
