import type { ApiRecord, Method, Resource } from '@penstock/model'
import { describe, expect, it } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { addFunction, addHttpUpstream, addMethod, addMock, addResource } from './add-records.ts'
import { connect, connectionProblem, disconnect, isConnected } from './connect.ts'
import { countInWords, deleteRecords, deletionLeaves, usersInWords } from './delete-records.ts'
import { duplicateRecords } from './duplicate-records.ts'
import { parameterRows } from './parameters.ts'
import { pointAtUpstream, suggestedUrl } from './point-at-upstream.ts'
import { renamePathParameter } from './rename-path-parameter.ts'

const records: ApiRecord[] = [
  { kind: 'api', id: 'api', name: 'Shop', servers: [{ url: 'https://shop.example/' }] },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'orders', parent: 'root', pathPart: 'orders' },
  { kind: 'resource', id: 'order', parent: 'orders', pathPart: '{id}' },
  { kind: 'resource', id: 'items', parent: 'order', pathPart: 'items' },
  { kind: 'method', id: 'list', resource: 'orders', httpMethod: 'GET', integration: 'mock' },
  {
    kind: 'method',
    id: 'get',
    resource: 'order',
    httpMethod: 'GET',
    operationId: 'getOrder',
    integration: 'mock',
    parameters: [
      { $ref: '#/components/parameters/id' },
      { name: 'expand', in: 'query', schema: { type: 'string' } },
    ],
  },
  {
    kind: 'method',
    id: 'getItems',
    resource: 'items',
    httpMethod: 'GET',
    integration: 'backend',
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
  },
  { kind: 'integration', id: 'mock', type: 'mock', fromExamples: true, name: 'Mock from examples' },
  {
    kind: 'integration',
    id: 'backend',
    type: 'http',
    uri: 'https://shop.example/o/{id}',
    requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
  },
  {
    kind: 'component',
    id: 'shared',
    section: 'parameters',
    name: 'id',
    value: { name: 'id', in: 'path', required: true, schema: { type: 'integer' } },
  },
]

const open = () => new Editor(records)

describe('renaming a path parameter', () => {
  it('renames it in the path and in everything below that speaks of it, and copies what is shared', () => {
    const editor = open()
    editor.run('rename', (t) => renamePathParameter(t, 'items', 'id', 'orderId'))
    expect(editor.get('order')).toMatchObject({ pathPart: '{orderId}' })
    expect((editor.get('get') as Method).parameters?.[0]).toEqual({
      name: 'orderId',
      in: 'path',
      required: true,
      schema: { type: 'integer' },
    })
    expect((editor.get('getItems') as Method).parameters?.[0]).toMatchObject({ name: 'orderId' })
    expect(editor.get('backend')).toMatchObject({
      uri: 'https://shop.example/o/{orderId}',
      requestParameters: { 'integration.request.path.id': 'method.request.path.orderId' },
    })
    expect(editor.get('shared')).toBe(records.find((record) => record.id === 'shared'))
    editor.undo()
    expect(editor.get('get')).toBe(records.find((record) => record.id === 'get'))
  })
})

describe('deleting', () => {
  it('takes along what belongs to a resource, and integrations that only it used', () => {
    const editor = open()
    editor.run('delete', (t) => deleteRecords(t, ['order']))
    expect([...editor.definition.keys()].sort()).toEqual(['api', 'list', 'mock', 'orders', 'root', 'shared'])
  })

  it('clears what pointed at a shared node, and says beforehand who does', () => {
    const editor = open()
    expect(usersInWords(editor.definition, 'mock')).toBe('2 methods')
    editor.run('delete', (t) => deleteRecords(t, ['mock']))
    expect(editor.get('list')).toEqual({ kind: 'method', id: 'list', resource: 'orders', httpMethod: 'GET' })
  })

  it('takes a stand-in along with the last method that it answered', () => {
    const editor = open()
    editor.run('delete', (t) => deleteRecords(t, ['list', 'get']))
    expect(editor.get('mock')).toBeUndefined()
  })

  it('says what went along, by kind', () => {
    expect(countInWords(['orders', 'order', 'list', 'mock'].map((id) => open().get(id)!))).toBe(
      '2 resources, 1 method and 1 integration',
    )
  })

  it('leaves what an authorizer closed closed, and says so', () => {
    const lock: ApiRecord = { kind: 'authorizer', id: 'lock', name: 'lock', settings: { type: 'token' } }
    const locked = {
      authorizationType: 'CUSTOM' as const,
      authorizer: 'lock',
      security: [{ lock: [] as string[] }],
    }
    const editor = new Editor([...records, lock, { ...(open().get('list') as Method), ...locked }])
    expect(usersInWords(editor.definition, 'lock')).toBe('1 method')
    expect(deletionLeaves([lock])).toContain('are refused')
    editor.run('delete', (t) => deleteRecords(t, ['lock']))
    const { authorizer: _, ...stillLocked } = locked
    expect(editor.get('list')).toMatchObject(stillLocked)
    expect(editor.get('list')).not.toHaveProperty('authorizer')
  })

  it('says of those that used a target that they lead nowhere', () => {
    expect(deletionLeaves([open().get('mock')!])).toBe('What led there leads nowhere.')
  })

  it('never deletes the API or the root', () => {
    const editor = open()
    editor.run('delete', (t) => deleteRecords(t, ['api', 'root']))
    expect(editor.definition.size).toBe(records.length)
  })
})

describe('adding', () => {
  it('names a resource so that it clashes with none', () => {
    const editor = open()
    editor.run('add', (t) => addResource(t, 'root', 'orders'))
    const added = [...editor.definition.values()].at(-1) as Resource
    expect(added).toMatchObject({ parent: 'root', pathPart: 'orders-2', declared: true })
  })

  it('makes the root of an API that has none', () => {
    const editor = new Editor([records[0]!])
    editor.run('add', (t) => addMethod(t, null))
    expect([...editor.definition.values()].map((record) => record.kind)).toEqual([
      'api',
      'resource',
      'integration',
      'method',
    ])
  })

  it('gives a method the first free verb and the answer of its siblings', () => {
    const editor = open()
    editor.run('add', (t) => addMethod(t, 'items'))
    const added = [...editor.definition.values()].at(-1)
    expect(added).toMatchObject({ resource: 'items', httpMethod: 'POST', integration: 'backend' })
  })

  it.each([
    ['a mock', addMock, 'mock'],
    ['an HTTP upstream', addHttpUpstream, 'http_proxy'],
    ['a function', addFunction, 'aws_proxy'],
  ])('answers the method that %s is dropped on', (_, add, type) => {
    const editor = open()
    editor.run('add', (t) => {
      add(t, 'list')
    })
    const { integration } = editor.get('list') as Method
    expect(editor.get(integration!)).toMatchObject({ kind: 'integration', type })
  })
})

describe('a function', () => {
  const nameOf = (at: string | null, operationId?: string) => {
    const editor = open()
    editor.run('add', (t) => {
      const { operationId: _, ...method } = t.get('list') as Method
      t.put(operationId === undefined ? method : { ...method, operationId })
      addFunction(t, at)
    })
    return [...editor.definition.values()].findLast(({ kind }) => kind === 'function')
  }

  it('is called as the operation that it answers, or by its verb and path', () => {
    expect(nameOf('list', 'listOrders')).toMatchObject({ name: 'listOrders' })
    expect(nameOf('list')).toMatchObject({ name: 'get-orders' })
    expect(nameOf(null)).toMatchObject({ name: 'function' })
  })
})

describe('pointing an API at an upstream', () => {
  it('replaces the one shared integration and nothing of the methods', () => {
    const editor = open()
    expect(suggestedUrl(editor.definition)).toBe('https://shop.example')
    const diff = editor.run('point', (t) => {
      pointAtUpstream(t, 'https://shop.example')
    })
    expect(Object.keys(diff.updated)).toEqual(['mock'])
    const [upstream] = Object.values(diff.added)
    expect(upstream).toMatchObject({ kind: 'upstream', name: 'shop.example', url: 'https://shop.example' })
    expect(editor.get('mock')).toEqual({
      kind: 'integration',
      id: 'mock',
      name: 'HTTP proxy to shop.example',
      type: 'http_proxy',
      upstream: upstream!.id,
    })
  })

  it('takes over what another stand-in answers, and leaves none behind', () => {
    const editor = open()
    editor.run('add', (t) => {
      const upstream = addHttpUpstream(t, 'list', 'https://a.example')
      const integration = [...t.all().values()].find(
        (r) => r.kind === 'integration' && r.upstream === upstream,
      )!
      connect(t, 'getItems', integration.id)
    })
    editor.run('point', (t) => void pointAtUpstream(t, 'https://b.example'))
    expect(editor.get('mock')).toBeUndefined()
    expect(editor.get('get')).toMatchObject({ integration: (editor.get('list') as Method).integration })
  })

  it('asks a new upstream for its address instead of making one up', () => {
    const editor = open()
    let id = ''
    editor.run('add', (t) => {
      id = addHttpUpstream(t, null)
    })
    expect(editor.get(id)).toMatchObject({ url: '' })
  })

  it('changes only the address the second time', () => {
    const editor = open()
    editor.run('point', (t) => void pointAtUpstream(t, 'https://a.example'))
    const diff = editor.run('point', (t) => void pointAtUpstream(t, 'https://b.example'))
    expect(Object.keys(diff.updated)).toHaveLength(1)
    expect(diff.added).toEqual({})
  })
})

describe('duplicating', () => {
  it('copies a resource with everything in it, and no operation id twice', () => {
    const editor = open()
    let copies: string[] = []
    editor.run('duplicate', (t) => {
      copies = [...duplicateRecords(t, ['order']).roots]
    })
    expect(editor.get(copies[0]!)).toMatchObject({ parent: 'orders', pathPart: 'id' })
    expect(editor.definition.size).toBe(records.length + 4)
    const ids = [...editor.definition.values()].map((record) => 'operationId' in record && record.operationId)
    expect(ids.filter((id) => id === 'getOrder')).toHaveLength(1)
  })
})

describe('connecting', () => {
  it('writes the field that the edge says, and refuses the rest with a reason', () => {
    const editor = open()
    expect(connectionProblem(editor.definition, 'list', 'backend')).toBeNull()
    expect(connectionProblem(editor.definition, 'list', 'orders')).toMatch(/connects to an integration/)
    editor.run('connect', (t) => connect(t, 'list', 'backend'))
    expect(editor.get('list')).toMatchObject({ integration: 'backend' })
  })

  it('knows what is connected already', () => {
    const editor = open()
    const isTo = (target: string) => isConnected(editor.definition, 'list', editor.get(target)!)
    expect([isTo('mock'), isTo('backend')]).toEqual([true, false])
    editor.run('connect', (t) => connect(t, 'list', 'backend'))
    expect([isTo('mock'), isTo('backend')]).toEqual([false, true])
  })

  it('is taken back by deleting the edge, which clears the field and nothing else', () => {
    const editor = open()
    editor.run('disconnect', (t) => void disconnect(t, 'getItems', 'backend'))
    expect(editor.get('getItems')).not.toHaveProperty('integration')
    expect(editor.get('backend')).toBeDefined()
    const diff = editor.run('disconnect', (t) => void disconnect(t, 'orders', 'order'))
    expect(diff.updated).toEqual({})
  })

  it('leaves no stand-in behind that nothing uses any more', () => {
    const editor = open()
    editor.run('connect', (t) => connect(t, 'list', 'backend'))
    expect(editor.get('mock')).toBeDefined()
    editor.run('connect', (t) => connect(t, 'get', 'backend'))
    expect(editor.get('mock')).toBeUndefined()
    editor.undo()
    expect(editor.get('mock')).toBeDefined()
  })
})

describe('parameterRows', () => {
  it('shows what a shared parameter means', () => {
    const editor = open()
    expect(parameterRows(editor.definition, editor.get('get') as Method)).toMatchObject([
      { name: 'id', location: 'path', required: true, type: 'integer', shared: 'id' },
      { name: 'expand', location: 'query', required: false, type: 'string', shared: null },
    ])
  })
})
