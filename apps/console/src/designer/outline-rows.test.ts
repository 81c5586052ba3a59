import { type ApiRecord, definitionOf } from '@penstock/model'
import { describe, expect, it } from 'vitest'
import { type RecordChange, holdersOfChanges } from './changes.ts'
import { isSeenAt, outlineAncestors, outlineRows } from './outline-rows.ts'
import { OutlineSearch } from './outline-search.ts'
import { OutlineTree } from './outline-tree.ts'

const records: ApiRecord[] = [
  { kind: 'api', id: 'api', name: 'Shop' },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'orders', parent: 'root', pathPart: 'orders' },
  { kind: 'resource', id: 'order', parent: 'orders', pathPart: '{id}' },
  { kind: 'method', id: 'post', resource: 'orders', httpMethod: 'POST', operationId: 'createOrder' },
  { kind: 'method', id: 'get', resource: 'order', httpMethod: 'GET', summary: 'One order' },
  { kind: 'model', id: 'model', name: 'Order', schema: { type: 'object' } },
]
const definition = definitionOf(records)
const tree = new OutlineTree(definition)
const lines = (open: readonly string[]) =>
  outlineRows(tree, new Set(open)).map(
    ({ title, level, count }) => `${'  '.repeat(level - 1)}${title} ${count}`,
  )

describe('outlineRows', () => {
  it('lists what is open: the tree of paths with counts, then what is shared', () => {
    expect(lines(['api', 'orders', 'group:model'])).toEqual([
      'Shop 2',
      '  /orders 2',
      '    createOrder 0',
      '    /{id} 1',
      'Integrations 0',
      'Upstreams 0',
      'Functions 0',
      'Models 1',
      '  Order 0',
      'Authorizers 0',
      'Validators 0',
      'Gateway responses 0',
    ])
  })

  it('offers to add to the sections that people add to, also to empty ones', () => {
    const sections = outlineRows(tree, new Set()).filter(({ id }) => id.startsWith('group:'))
    expect(sections.map(({ madeBy }) => madeBy)).toEqual([
      'mock',
      'upstream',
      'function',
      'model',
      'authorizer',
      'validator',
      'gatewayResponse',
    ])
  })

  it('has routes in a WebSocket API, and no sections that only methods have a use for', () => {
    const chat = new OutlineTree(
      definitionOf([
        { kind: 'api', id: 'api', name: 'Chat', type: 'WEBSOCKET' },
        { kind: 'route', id: 'join', routeKey: 'join' },
      ]),
    )
    const titles = outlineRows(chat, new Set(['group:route'])).map(({ title }) => title)
    expect(titles.slice(0, 3)).toEqual(['Chat', 'WebSocket routes', 'join'])
    expect(titles).not.toContain('Models')
    expect(outlineAncestors(chat, 'join')).toEqual(['group:route'])
  })

  it('says the place of a line among its siblings', () => {
    const row = outlineRows(tree, new Set(['api', 'orders'])).find(({ id }) => id === 'order')
    expect(row).toMatchObject({ level: 3, position: 2, setSize: 2, parent: 'orders', isExpanded: false })
  })

  it('knows what must be open for a line to be there', () => {
    expect(outlineAncestors(tree, 'get')).toEqual(['api', 'order', 'orders', 'root'])
    expect(outlineAncestors(tree, 'model')).toEqual(['group:model'])
  })
})

describe('OutlineSearch', () => {
  it('finds operations by path, verb, id and summary, all words required, a path after its operations', () => {
    const search = new OutlineSearch(tree)
    const ids = (query: string) => search.find(query).map((row) => row.id)
    expect(ids('post orders')).toEqual(['post'])
    expect(ids('createorder')).toEqual(['post'])
    expect(ids('order')).toEqual(['post', 'orders', 'get', 'order', 'model'])
    expect(ids('nothing like it')).toEqual([])
  })

  it('says of each what it is', () => {
    const found = new OutlineSearch(tree).find('order')
    expect(found.map(({ id, kind }) => [id, kind])).toEqual([
      ['post', 'method'],
      ['orders', 'resource'],
      ['get', 'method'],
      ['order', 'resource'],
      ['model', 'model'],
    ])
  })
})

describe('holdersOfChanges', () => {
  it('marks everything above a change, and above what was removed', () => {
    const changes = new Map([['get', { action: 'changed', verdict: 'safe' } as const]])
    expect([...holdersOfChanges(definition, changes).keys()]).toEqual(['order', 'orders', 'root'])
    const ghost: ApiRecord = { kind: 'method', id: 'gone', resource: 'orders', httpMethod: 'PUT' }
    const gone = new Map([['gone', { action: 'removed', verdict: 'breaking' } as const]])
    expect([...holdersOfChanges(definition, gone, [ghost]).keys()]).toEqual(['orders', 'root'])
  })

  it('says the worst of what is in a group, in whichever order that stands', () => {
    const safe = ['get', { action: 'changed', verdict: 'safe' }] as const
    const breaking = ['post', { action: 'changed', verdict: 'breaking' }] as const
    for (const changes of [
      new Map<string, RecordChange>([safe, breaking]),
      new Map<string, RecordChange>([breaking, safe]),
    ]) {
      const holders = holdersOfChanges(definition, changes)
      expect(holders.get('order')?.verdict).toBe('safe')
      expect(holders.get('orders')?.verdict).toBe('breaking')
      expect(holders.get('root')?.verdict).toBe('breaking')
    }
  })
})

describe('isSeenAt', () => {
  const seenAt = (open: readonly string[], id: string, grouping: 'path' | 'tag' = 'path') =>
    outlineRows(tree, new Set(open), [], grouping)
      .filter((row) => isSeenAt(tree, row, id, grouping))
      .map((row) => row.title)

  it('is the line of a record, or the closed one that it stands under', () => {
    expect(seenAt(['api', 'orders', 'order'], 'get')).toEqual(['/orders/{id}'])
    expect(seenAt(['api', 'orders'], 'get')).toEqual(['/{id}'])
    expect(seenAt(['api'], 'get')).toEqual(['/orders'])
    expect(seenAt([], 'get')).toEqual(['Shop'])
    expect(seenAt(['api'], 'model')).toEqual(['Models'])
  })

  it('is the line of the API for paths that have none', () => {
    expect(seenAt(['api'], 'root')).toEqual(['Shop'])
    expect(seenAt(['api', 'tag:'], 'orders', 'tag')).toEqual(['Shop'])
  })
})
