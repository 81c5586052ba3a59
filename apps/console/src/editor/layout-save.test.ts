import { expect, test } from 'vitest'
import { Editor } from './editor.ts'
import { LayoutSave } from './layout-save.ts'
import { FakeDraftServer, ManualClock } from './testing.ts'

const here = { x: 1, y: 1 }
const there = { x: 2, y: 2 }

function setUp() {
  const clock = new ManualClock()
  const server = new FakeDraftServer()
  const editor = new Editor([], { a: here })
  const saving = new LayoutSave(editor, server, { clock })
  const move = (id: string, to = there) => editor.run('Move', (transaction) => transaction.place(id, to))
  const saves: unknown[] = []
  const save = server.saveLayout.bind(server)
  server.saveLayout = async (positions) => {
    saves.push(positions)
    return save(positions)
  }
  return { clock, editor, saving, server, saves, move }
}

test('what others moved stands where they put it, is not saved again and not undone', async () => {
  const { clock, editor, saving, saves } = setUp()
  saving.receive({ a: there, b: here })
  await clock.advance(10_000)
  expect(Object.fromEntries(editor.positions)).toEqual({ a: there, b: here })
  expect(saves).toEqual([])
  expect(editor.undoName).toBeNull()
})

test('a node that is being saved from here stays where it was put here', async () => {
  const { clock, editor, saving, saves, move } = setUp()
  move('a')
  saving.receive({ a: { x: 9, y: 9 }, b: here })
  await clock.advance(1000)
  expect(Object.fromEntries(editor.positions)).toEqual({ a: there, b: here })
  expect(saves).toEqual([{ a: there }])
  saving.receive({ a: { x: 9, y: 9 } })
  expect(editor.positions.get('a')).toEqual({ x: 9, y: 9 })
})

test('after a break everything stands as the server has it, but for what it has not heard of', () => {
  const { editor, saving, move } = setUp()
  move('mine')
  saving.reconcile({ b: here })
  expect(Object.fromEntries(editor.positions)).toEqual({ mine: there, b: here })
})

test('a save that failed is sent again', async () => {
  const { clock, server, saves, move } = setUp()
  server.failures.push(new Error('away'))
  move('a')
  await clock.advance(600)
  expect(server.layout).toEqual({})
  await clock.advance(5000)
  expect(server.layout).toEqual({ a: there })
  expect(saves).toHaveLength(2)
})

test('a save that fails after a later one is not sent again: that one had it all', async () => {
  const { clock, server, saves, move } = setUp()
  const save = server.saveLayout.bind(server)
  let fail!: (reason: Error) => void
  server.saveLayout = (positions) => {
    saves.push(positions)
    return new Promise((_, reject) => {
      fail = reject
    })
  }
  move('a')
  await clock.advance(600)
  server.saveLayout = save
  move('a', here)
  await clock.advance(600)
  fail(new Error('away'))
  await clock.advance(10_000)
  expect(saves).toEqual([{ a: there }, { a: here }])
  expect(server.layout).toEqual({ a: here })
})
