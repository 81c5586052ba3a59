import type { ApiRecord, Authorizer } from '@penstock/model'
import { expect, test } from 'vitest'
import { Editor } from '../../../editor/index.ts'
import { renameAuthorizer } from './rename-authorizer.ts'

test('security requirements of methods and of the API follow a renamed authorizer', () => {
  const authorizer: Authorizer = { kind: 'authorizer', id: 'aut_1', name: 'old' }
  const records: ApiRecord[] = [
    { kind: 'api', id: 'api', name: 'Shop', security: [{ old: [] }] },
    { kind: 'resource', id: 'root', parent: null, pathPart: '' },
    authorizer,
    {
      kind: 'method',
      id: 'get',
      resource: 'root',
      httpMethod: 'GET',
      authorizer: 'aut_1',
      security: [{ old: ['read'], key: [] }, { key: [] }],
    },
    { kind: 'method', id: 'put', resource: 'root', httpMethod: 'PUT', security: [{ key: [] }] },
  ]
  const editor = new Editor(records)
  editor.run('Rename', (transaction) => renameAuthorizer(transaction, authorizer, 'new'))
  expect(editor.definition.get('aut_1')).toMatchObject({ name: 'new' })
  expect(editor.definition.get('api')).toMatchObject({ security: [{ new: [] }] })
  expect(editor.definition.get('get')).toMatchObject({ security: [{ new: ['read'], key: [] }, { key: [] }] })
  expect(editor.definition.get('put')).toBe(records[4])
})
