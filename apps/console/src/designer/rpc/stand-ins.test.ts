import { type ApiRecord, definitionOf } from '@penstock/model'
import { describe, expect, it } from 'vitest'
import { nodeOf } from '../nodes/definitions.ts'
import { outlineRows } from '../outline-rows.ts'
import { OutlineTree } from '../outline-tree.ts'
import { operationTarget } from './operation-target.ts'
import { drawnSkeleton } from './stand-ins.ts'

const resource = (id: string, pathPart: string, parent: string | null = 'root'): ApiRecord => ({
  kind: 'resource',
  id,
  parent,
  pathPart,
})
const post = (id: string, of: string, operationId?: string): ApiRecord => ({
  kind: 'method',
  id,
  resource: of,
  httpMethod: 'POST',
  ...(operationId === undefined ? {} : { operationId }),
})
const definition = definitionOf([
  { kind: 'api', id: 'api', name: 'Tables' },
  resource('root', '', null),
  resource('put', '#X-Amz-Target=Tables_1.PutItem'),
  resource('get', '#X-Amz-Target=Tables_1.GetItem'),
  post('m-put', 'put', 'PutItem'),
  post('m-get', 'get'),
  resource('bucket', '{Bucket}'),
  resource('tagging', '{Bucket}#tagging'),
  post('m-tagging', 'tagging'),
  resource('send', 'queue#Action=Send'),
  resource('drop', 'queue#Action=Drop'),
  post('m-send', 'send'),
  post('m-drop', 'drop'),
])
const parentOf = (id: string) => drawnSkeleton(definition.get(id)!, definition)?.parent

describe('operations that share a path', () => {
  it('are read from what stands behind the # of a path', () => {
    expect(operationTarget('#X-Amz-Target=Tables_1.GetItem')).toEqual({
      path: '',
      by: 'X-Amz-Target',
      name: 'Tables_1.GetItem',
    })
    expect(operationTarget('{Bucket}#tagging')).toEqual({ path: '{Bucket}', by: '', name: 'tagging' })
    expect(operationTarget('orders')).toBeNull()
  })

  it('hang on the one node of their path', () => {
    expect([parentOf('m-put'), parentOf('m-get')]).toEqual(['root', 'root'])
    expect(parentOf('m-tagging')).toBe('bucket')
    // A path that is listed only with operations is drawn once, for the first of them.
    expect([parentOf('m-send'), parentOf('m-drop')]).toEqual(['send', 'send'])
    for (const id of ['put', 'get', 'tagging', 'drop'])
      expect(drawnSkeleton(definition.get(id)!, definition)).toBeNull()
    expect(nodeOf('resource').title(definition.get('send')!, definition)).toBe('/queue')
  })

  it('are named by their target, and stand in its order', () => {
    const method = nodeOf('method')
    expect(method.title(definition.get('m-put')!, definition)).toBe('PutItem')
    expect(method.title(definition.get('m-get')!, definition)).toBe('Tables_1.GetItem')
    expect(method.detail(definition.get('m-put')!, definition)).toBe('X-Amz-Target Tables_1.PutItem')
    const order = ['m-put', 'm-get'].map((id) => drawnSkeleton(definition.get(id)!, definition)!.order)
    expect(order.toSorted()).toEqual(order.toReversed())
  })

  it('are lines of their path in the outline', () => {
    const rows = outlineRows(new OutlineTree(definition), new Set(['api', 'bucket', 'send']))
    expect(rows.filter(({ level }) => level > 1).map(({ title, level }) => `${level} ${title}`)).toEqual([
      '2 Tables_1.GetItem',
      '2 PutItem',
      '2 /queue',
      '3 Drop',
      '3 Send',
      '2 /{Bucket}',
      '3 tagging',
    ])
  })
})
