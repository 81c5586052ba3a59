import { type ApiRecord, definitionOf } from '@penstock/model'
import { expect, test } from 'vitest'
import { GraphLayout } from '../layout/graph-layout.ts'
import { GraphEncoder } from '../layout/graph-wire.ts'
import type { LayoutUpdate, LayoutWorker } from '../layout/index.ts'
import { GraphModel } from './graph-model.ts'
import type { Thread } from './thread.ts'

const records: readonly ApiRecord[] = [
  { kind: 'api', id: 'api', name: 'Shop' },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'orders', parent: 'root', pathPart: 'orders' },
  { kind: 'method', id: 'list', resource: 'orders', httpMethod: 'GET' },
]

/** A layout that fails as often as it is told to, each time in all that it knew. */
function failing(times: number) {
  const threads: { updates: LayoutUpdate[]; isGone: boolean }[] = []
  const start = (): Thread<LayoutWorker> => {
    const thread = { updates: [] as LayoutUpdate[], isGone: false }
    threads.push(thread)
    const layout = new GraphLayout()
    const encoder = new GraphEncoder()
    return {
      api: {
        update: (update) => {
          thread.updates.push(update)
          if (threads.length <= times) return Promise.reject(new Error('The layout broke down.'))
          layout.patch(update.put, update.remove)
          if (update.isReset) layout.openAsUsual()
          if (update.all !== null) layout.openAll(update.all)
          const { expansion } = update
          return Promise.resolve(encoder.encode(layout.layout({ expansion, positions: new Map() })))
        },
      },
      terminate: () => {
        thread.isGone = true
      },
    }
  }
  return { threads, start }
}

const source = { definition: definitionOf(records), positions: new Map() }
const laidOut = (model: GraphModel) => new Promise<void>((resolve) => model.subscribe(resolve))

test('a layout that breaks down is begun anew with all that was said, and goes on', async () => {
  const { threads, start } = failing(1)
  using model = new GraphModel(source, undefined, start)
  model.toggleAll(true)
  await laidOut(model)
  expect(threads.map(({ isGone }) => isGone)).toEqual([true, false])
  expect(model.failure()).toBeNull()
  expect(
    model
      .view()
      .index.graph.nodes.map(({ id }) => id)
      .sort(),
  ).toEqual(['api', 'list', 'orders'])
  const again = laidOut(model)
  model.toggleAll(false)
  await again
  expect(threads[1]?.updates.map(({ all }) => all)).toEqual([true, false])
})

test('one that breaks down again is given up: it says why, and keeps nobody waiting', async () => {
  const { threads, start } = failing(9)
  using model = new GraphModel(source, undefined, start)
  await laidOut(model)
  expect(model.failure()?.message).toBe('The layout broke down.')
  model.toggleAll(true)
  let isDone = false
  model.afterLayout(() => (isDone = true))
  expect(isDone).toBe(true)
  expect(threads.map(({ isGone }) => isGone)).toEqual([true, true])
})

test('a record that has no place of its own is drawn while it is kept, and its routes lead to it', async () => {
  const { start } = failing(0)
  const definition = definitionOf([...records, { kind: 'model', id: 'order', name: 'Order', schema: {} }])
  using model = new GraphModel({ definition, positions: new Map() }, undefined, start)
  const after = () => new Promise<void>((resolve) => model.afterLayout(resolve))
  await after()
  expect(model.nodeFor('order')).toBeNull()
  model.keep(new Map([['order', ['list']]]))
  model.toggleAll(true)
  await after()
  expect(model.nodeFor('order')).toBe('order')
  expect(model.view().index.graph.edges.map(({ id }) => id)).toEqual(['list>order'])
  model.toggle('orders', false)
  await after()
  expect(model.view().index.graph.edges).toMatchObject([{ source: 'orders', target: 'order', stands: 1 }])
  model.keep(new Map())
  await after()
  expect(model.nodeFor('order')).toBeNull()
})

test('what is kept stays when a flow that leads to it is opened and closed again', async () => {
  const { start } = failing(0)
  const list = { ...records.at(-1)!, validator: 'bodies' } as ApiRecord
  const definition = definitionOf([
    ...records.slice(0, -1),
    list,
    {
      kind: 'validator',
      id: 'bodies',
      name: 'bodies',
      validateRequestBody: true,
      validateRequestParameters: false,
    },
  ])
  using model = new GraphModel({ definition, positions: new Map() }, undefined, start)
  const after = () => new Promise<void>((resolve) => model.afterLayout(resolve))
  model.keep(new Map([['bodies', ['list']]]))
  model.toggleAll(true)
  await after()
  for (const isOpen of [true, false]) {
    model.toggle('list', isOpen)
    await after()
    expect(model.nodeFor('bodies')).toBe('bodies')
    const led =
      model.view().index.graph.flows?.flatMap(({ edges }) => edges.map(({ target }) => target)) ?? []
    expect(led.includes('bodies')).toBe(isOpen)
  }
  expect(model.view().index.graph.edges.map(({ id }) => id)).toEqual(['list>bodies'])
})

test('a graph that is paused has no worker; resumed it has one, and draws what changed meanwhile and what was open', async () => {
  const { threads, start } = failing(0)
  const living = () => threads.filter(({ isGone }) => !isGone).length
  using model = new GraphModel(source, undefined, start)
  await laidOut(model)
  const closed = laidOut(model)
  model.toggle('orders', false)
  await closed
  model.pause()
  model.records([['returns', { kind: 'resource', id: 'returns', parent: 'root', pathPart: 'returns' }]])
  expect(living()).toBe(0)
  const again = laidOut(model)
  model.resume()
  await again
  expect(living()).toBe(1)
  const { index } = model.view()
  expect(index.node('returns')).toBeDefined()
  expect(index.node('orders')?.expanded).toBe(false)
})

test('what a worker answers after the graph was paused starts none', async () => {
  const { threads, start } = failing(1)
  using model = new GraphModel(source, undefined, start)
  model.pause()
  await Promise.resolve()
  await Promise.resolve()
  expect(threads.map(({ isGone }) => isGone)).toEqual([true])
  const again = laidOut(model)
  model.resume()
  await again
  expect(threads.map(({ isGone }) => isGone)).toEqual([true, false])
})

test('a branch that was drawn open while others came is open after a pause, however many they are by then', async () => {
  const { start } = failing(0)
  const resources = (parent: string, length: number) =>
    Array.from({ length }, (_, at): ApiRecord => {
      const pathPart = `${parent}-${at}`
      return { kind: 'resource', id: pathPart, parent, pathPart }
    })
  const few = [...records, ...resources('root', 20)]
  const many = resources('orders', 100)
  const grown = { definition: definitionOf(few), positions: new Map() }
  using model = new GraphModel(grown, undefined, start)
  await laidOut(model)
  expect(model.view().index.node('orders')?.expanded).toBe(true)
  const more = laidOut(model)
  grown.definition = definitionOf([...few, ...many])
  model.records(many.map((record) => [record.id, record]))
  await more
  model.pause()
  const again = laidOut(model)
  model.resume()
  await again
  expect(model.view().index.node('orders')?.expanded).toBe(true)
})

test('another graph begins with what was open of one that was left: branches, flows and the grouping', async () => {
  const { start } = failing(0)
  const drawn = (model: GraphModel) => new Map(model.view().index.graph.nodes.map((node) => [node.id, node]))
  using first = new GraphModel(source, undefined, start)
  await laidOut(first)
  first.toggle('list', true)
  first.toggle('orders', false)
  await new Promise<void>((resolve) => first.afterLayout(resolve))
  using closed = new GraphModel(source, undefined, start, first.left())
  await laidOut(closed)
  expect(drawn(closed).get('orders')?.expanded).toBe(false)
  expect([...closed.openFlows()]).toEqual(['list'])
  first.group('tag')
  using grouped = new GraphModel(source, undefined, start, first.left())
  expect(grouped.view().grouping).toBe('tag')
  await laidOut(grouped)
  expect(drawn(grouped).has('orders')).toBe(false)
})

test('what was left open and is gone since is no matter', async () => {
  const { start } = failing(0)
  const left = { grouping: 'path', all: null, branches: [['gone', true]], flows: ['gone'] } as const
  using model = new GraphModel(source, undefined, start, left)
  await laidOut(model)
  expect(model.view().index.node('list')).toBeDefined()
  expect([...model.openFlows()]).toEqual([])
})
