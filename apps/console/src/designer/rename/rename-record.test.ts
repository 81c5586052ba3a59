import type { ApiRecord } from '@penstock/model'
import { expect, test } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { nodeOf } from '../nodes/definitions.ts'
import { renameRecord } from './rename-record.ts'

const records: readonly ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Shop', type: 'WEBSOCKET' },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'resource', parent: 'root', pathPart: 'orders' },
  { kind: 'method', id: 'method', resource: 'resource', httpMethod: 'GET', operationId: 'before' },
  { kind: 'route', id: 'route', routeKey: 'join' },
  { kind: 'upstream', id: 'upstream', name: 'backend', url: 'https://backend.example' },
  { kind: 'authorizer', id: 'authorizer', name: 'who' },
  { kind: 'model', id: 'model', name: 'Pet', schema: {} },
]

test('what somebody else changed of a record while its name was typed stays, whatever its kind', () => {
  for (const { id, kind } of records) {
    const rename = nodeOf(kind).rename
    if (id === 'root' || !rename) continue
    const editor = new Editor(records)
    editor.applyRemote((transaction) =>
      transaction.put({ ...transaction.get(id)!, description: 'Theirs' } as ApiRecord),
    )
    renameRecord(editor, id, 'after')
    expect(editor.get(id), kind).toMatchObject({ description: 'Theirs' })
    expect(rename.value(editor.get(id)!), kind).toBe('after')
  }
})

test('a record that is gone by then is not brought back', () => {
  const editor = new Editor(records)
  editor.applyRemote((transaction) => transaction.remove('upstream'))
  renameRecord(editor, 'upstream', 'after')
  expect(editor.get('upstream')).toBeUndefined()
  expect(editor.undoName).toBeNull()
})
