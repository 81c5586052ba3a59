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
