import type { Api, ApiRecord, Authorizer, Method } from '@penstock/model'
import { expect, test } from 'vitest'
import { Editor } from '../../../editor/index.ts'
import { askFor, setSettings } from './ask-for.ts'

const token: Authorizer = { kind: 'authorizer', id: 'aut', name: 'token', settings: { type: 'jwt' } }
const open: Method = { kind: 'method', id: 'get', resource: 'root', httpMethod: 'GET' }
const api: Api = { kind: 'api', id: 'api', name: 'Shop' }

test('a method asks for an authorizer in the description and at the gateway, and for none any more', () => {
  const asking = askFor(open, token, api)
  expect(asking).toEqual({ ...open, authorizer: 'aut', authorizationType: 'JWT', security: [{ token: [] }] })
  expect(askFor(asking, null, api)).toEqual(open)
  expect(askFor(open, null, { ...api, security: [{ token: [] }] })).toEqual({ ...open, security: [] })
})

test('a scheme that starts to decide closes every method that asks for it, and one undo opens them', () => {
  const documented: Authorizer = { kind: 'authorizer', id: 'aut', name: 'token' }
  const records: ApiRecord[] = [
    { ...api, security: [{ token: [] }] },
    documented,
    { ...open, id: 'named', security: [{ other: [] }, { token: ['read'] }] },
    { ...open, id: 'inherits' },
    { ...open, id: 'lifted', security: [] },
    { ...open, id: 'signed', authorizationType: 'AWS_IAM' },
  ]
  const editor = new Editor(records)
  editor.run('Edit settings', (transaction) => setSettings(transaction, documented, { type: 'TOKEN' }))
  for (const id of ['named', 'inherits'])
    expect(editor.get(id), id).toMatchObject({ authorizer: 'aut', authorizationType: 'CUSTOM' })
  expect(editor.get('lifted')).not.toHaveProperty('authorizer')
  expect(editor.get('signed')).toMatchObject({ authorizationType: 'AWS_IAM' })
  editor.run('Edit settings', (transaction) => setSettings(transaction, documented, undefined))
  expect(editor.get('named')).not.toHaveProperty('authorizationType')
  editor.undo()
  editor.undo()
  expect([...editor.definition.values()]).toEqual(records)
})
