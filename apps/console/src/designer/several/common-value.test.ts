import { type ApiRecord, definitionOf, type Method, recordsOf } from '@penstock/model'
import { describe, expect, it } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { nodeKinds } from '../nodes/definitions.ts'
import { commonFieldsOf, commonValue } from './common-value.ts'

const records: ApiRecord[] = [
  { kind: 'api', id: 'api', name: 'Shop' },
  { kind: 'method', id: 'a', resource: 'root', httpMethod: 'GET', summary: 'One', integration: 'mock' },
  {
    kind: 'method',
    id: 'b',
    resource: 'root',
    httpMethod: 'POST',
    integration: 'mock',
    apiKeyRequired: true,
  },
  { kind: 'authorizer', id: 'auth', name: 'tokens' },
  { kind: 'integration', id: 'mock', type: 'mock', name: 'Mock' },
  { kind: 'integration', id: 'proxy', type: 'http_proxy', name: 'Proxy', timeoutMs: 500 },
  { kind: 'validator', id: 'v', name: 'v', validateRequestBody: true, validateRequestParameters: false },
]
const definition = definitionOf(records)
const methods = [...recordsOf(definition, 'method')]
const field = (kind: string, label: string) =>
  nodeKinds.find((node) => node.kind === kind)!.commonFields!.find((each) => each.label === label)!

describe('what many records have in common', () => {
  it('is what all of them are asked for', () => {
    expect(commonFieldsOf(methods).map(({ label }) => label)).toContain('Authorizer')
    expect(commonFieldsOf(records)).toEqual([])
    const labels = (ids: string[]) =>
      commonFieldsOf(ids.map((id) => definition.get(id)!)).map(({ label }) => label)
    expect(labels(['proxy'])).toContain('Timeout, milliseconds')
    expect(labels(['mock', 'proxy'])).toEqual([])
  })

  it('is mixed where they differ, and what each has where they do not', () => {
    expect(commonValue(field('method', 'Integration'), methods, definition)).toBe('mock')
    expect(commonValue(field('method', 'Summary'), methods, definition)).toBeNull()
    expect(commonValue(field('method', 'Callers need an API key'), methods, definition)).toBeNull()
  })

  it('is written by the rules of the single form', () => {
    const editor = new Editor(records)
    editor.run('edit', (transaction) => {
      for (const method of methods) field('method', 'Authorizer').write(transaction, method, 'auth')
    })
    for (const id of ['a', 'b'])
      expect(editor.get(id)).toMatchObject({ authorizer: 'auth', security: [{ tokens: [] }] })
  })

  it.each(nodeKinds.filter(({ commonFields }) => commonFields).map((node) => [node.kind, node] as const))(
    'changes nothing of a %s when what it has is written again',
    (kind, node) => {
      const own = records.filter((record) => record.kind === kind)
      const editor = new Editor(records)
      const diff = editor.run('edit', (transaction) => {
        for (const record of own)
          for (const each of node.commonFields!) {
            const value = each.value(record, definition)
            if (each.isOf?.(record) !== false && value !== '') each.write(transaction, record, value)
          }
      })
      expect(Object.keys(diff.updated)).toEqual([])
      expect((editor.get('a') as Method).summary).toBe('One')
    },
  )
})
