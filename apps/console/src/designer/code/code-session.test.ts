import { expect, test } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { ManualClock, settle } from '../../editor/testing.ts'
import { pauseMs } from './code-session.ts'
import {
  open,
  openTwo,
  peerHere,
  records,
  Screen,
  sessionOn,
  settled,
  Store,
} from './code-session.fixture.ts'
import { answerMs } from './kept-sync.ts'

test('what is edited on the graph is written at its place', async () => {
  const { screen, draw, settled } = await open()
  const before = screen.text
  draw('met_add', 'Add one')
  await settled()
  expect(screen.text).toBe(before.replace('summary: Add', 'summary: Add one'))
})

test('what is typed is one step of the history for each pause', async () => {
  const { editor, clock, screen, summary, settled } = await open()
  screen.type('List', 'List a')
  screen.type('List a', 'List all')
  expect(summary('met_list')).toBe('List')
  await clock.advance(pauseMs)
  await settled()
  expect(summary('met_list')).toBe('List all')
  expect(editor.undoName).toBe('Edit the text')
  editor.undo()
  expect(summary('met_list')).toBe('List')
  expect(editor.undoName).toBeNull()
})

test('undo puts the text back as it was written, comments included, and redo puts it there again', async () => {
  const { session, editor, screen, summary, settled } = await open()
  const before = screen.text
  screen.type('      summary: List\n', '      # all of them\n      summary: "Everything"  # really\n')
  await settled()
  const after = screen.text
  editor.undo()
  await settled()
  expect(screen.text).toBe(before)
  editor.redo()
  await settled()
  expect(screen.text).toBe(after)
  expect(summary('met_list')).toBe('Everything')
  await session.undo()
  await settled()
  expect(screen.text).toBe(before)
})

test('a comment is undone in the text and is no step of the graph', async () => {
  const { session, editor, screen, draw, settled } = await open()
  const before = screen.text
  screen.type('paths:\n', 'paths: # here\n')
  await settled()
  expect(editor.undoName).toBeNull()
  await session.undo()
  expect(screen.text).toBe(before)
  await session.redo()
  expect(screen.text).toContain('# here')
  draw('met_list', 'Later')
  await settled()
  await session.undo()
  await settled()
  expect(screen.text).toContain('# here')
  expect(screen.text).toContain('summary: List')
})

test('undo and redo of a wide edit of comments leave what others wrote in between', async () => {
  const { store, mine, theirs } = await openTwo()
  const before = mine.screen.text
  mine.screen.type('paths:\n', 'paths: # mine\n')
  mine.screen.type('summary: Add\n', 'summary: Add # mine, too\n')
  await mine.settled()
  await theirs.keep('    post:\n', '    # Theirs.\n    post:\n')
  await mine.hear()
  const after = mine.screen.text
  expect(after).toContain('    # Theirs.\n')
  await mine.session.undo()
  await mine.settled()
  expect(mine.screen.text).toBe(before.replace('    post:', '    # Theirs.\n    post:'))
  await mine.session.redo()
  await mine.settled()
  expect(mine.screen.text).toBe(after)
  await mine.session.undo()
  await mine.session.finish()
  await mine.settled()
  expect((await open(store)).screen.text).toBe(mine.screen.text)
})

test('undo of an edit of the graph in the text leaves comments that others wrote in between', async () => {
  const { mine, theirs } = await openTwo()
  const before = mine.screen.text
  mine.screen.type('paths:\n', 'paths: # mine\n')
  mine.screen.type('summary: Add\n', 'summary: Other\n')
  await mine.settled()
  await theirs.keep('    post:\n', '    # Theirs.\n    post:\n')
  await mine.hear()
  expect(mine.screen.text).toContain('    # Theirs.\n')
  mine.editor.undo()
  await mine.settled()
  expect(mine.screen.text).toBe(before.replace('    post:', '    # Theirs.\n    post:'))
})

test('what is typed while the graph changes loses nothing, on either side', async () => {
  const { screen, draw, summary, settled } = await open()
  draw('met_add', 'Drawn')
  screen.type('summary: List', 'summary: Typed')
  await settled()
  await settled()
  expect([summary('met_list'), summary('met_add')]).toEqual(['Typed', 'Drawn'])
  expect(screen.text).toContain('summary: Typed')
  expect(screen.text).toContain('summary: Drawn')
})

test('a text that is not valid leaves the graph, and what is drawn meanwhile is written when it is mended', async () => {
  const { session, screen, draw, summary, settled } = await open()
  screen.type('summary: List', 'summary: "List')
  await settled()
  expect(session.state()).toMatchObject({
    status: 'invalid',
    errors: [{ location: { line: expect.any(Number) } }],
  })
  expect(summary('met_list')).toBe('List')
  draw('met_add', 'Drawn')
  await settled()
  expect(screen.text).not.toContain('Drawn')
  screen.type('"List', '"List them"')
  await settled()
  expect(session.state().status).toBe('ready')
  expect(summary('met_list')).toBe('List them')
  expect(screen.text).toContain('summary: Drawn')
})

test('somebody else’s change is written and is no step of the history here', async () => {
  const { editor, screen, settled } = await open()
  editor.applyRemote((transaction) => transaction.remove('met_add'))
  await settled()
  expect(screen.text).not.toContain('post:')
  expect(editor.undoName).toBeNull()
})

test('a text that was closed is opened as it is by then', async () => {
  const { session, screen, draw, settled } = await open()
  screen.type('paths:\n', 'paths: # kept\n')
  await session.detach(screen)
  draw('met_add', 'Meanwhile')
  const again = new Screen(session, await session.open())
  await settled()
  expect(again.text).toContain('# kept')
  expect(again.text).toContain('Meanwhile')
})

test('what was typed last is read before the text is written in another syntax', async () => {
  const { session, screen, summary } = await open()
  screen.type('summary: List', 'summary: Typed')
  void session.detach(screen)
  const again = new Screen(session, await session.open('json'))
  expect(summary('met_list')).toBe('Typed')
  expect(again.text).toContain('"summary": "Typed"')
})

test('places are found both ways', async () => {
  const { session, screen } = await open()
  const range = (await session.rangeOf('met_add'))!
  expect(screen.text.slice(range.start, range.end)).toMatch(/^ {4}post:\n {6}summary: Add$/)
  expect(await session.recordAt(screen.text.indexOf('Add'))).toBe('met_add')
  expect(await session.recordAt(screen.text.indexOf('/pets'))).toBe('res_pets')
})

test('an opening that failed is begun anew', async () => {
  const store = new Store()
  const session = sessionOn(store)
  store.isAway = true
  await expect(session.open()).rejects.toThrow('away')
  expect([session.state().status, session.isOpen]).toEqual(['failed', false])
  store.isAway = false
  expect(await session.open()).toContain('/pets:')
  expect(session.state().status).toBe('ready')
})

test('an opening that the server does not answer fails, and is begun anew', async () => {
  const [store, clock] = [new Store(), new ManualClock()]
  const session = sessionOn(store, { clock })
  store.isHanging = true
  const failing = session.open().catch(String)
  await settle()
  await clock.advance(answerMs)
  expect(await failing).toContain('does not answer')
  store.release()
  expect(await session.open()).toContain('/pets:')
})

test('a text that is closed and opened again while it is read from the server is opened once', async () => {
  const store = new Store()
  let started = 0
  const start = () => {
    started++
    return peerHere()
  }
  const session = sessionOn(store, { start })
  store.isHanging = true
  const first = session.open()
  await settle()
  const second = session.open()
  await settle()
  store.release()
  expect(await first).toContain('/pets:')
  expect(await second).toBe(await first)
  expect(started).toBe(1)
})

test('a document that stopped as it was opened is begun anew', async () => {
  const [first, second] = [peerHere(), peerHere()]
  const peers = [first, second]
  const editor = new Editor(records)
  const session = sessionOn(new Store(), { editor, start: () => peers.shift()! })
  const screen = new Screen(session, await session.open())
  await session.detach(screen)
  Object.assign(first.live, { drawn: () => Promise.reject(new Error('stopped')) })
  editor.applyRemote((transaction) => transaction.remove('met_add'))
  await expect(session.open()).rejects.toThrow('stopped')
  expect(await session.open()).not.toContain('post:')
})

test('what is written while the text is opened is in the text that is shown', async () => {
  const peer = peerHere()
  const { drawn, annotated } = peer.live
  // Answers arrive late, other things happen before.
  Object.assign(peer.live, {
    drawn: async (...args: Parameters<typeof drawn>) => {
      const edits = await drawn(...args)
      await settle()
      return edits
    },
    annotated: async (...args: Parameters<typeof annotated>) => {
      const edits = await annotated(...args)
      await settle()
      return edits
    },
  })
  const [store, editor] = [new Store(), new Editor(records)]
  const session = sessionOn(store, { editor, start: () => peer })
  const screen = new Screen(session, await session.open())
  store.isAway = true
  screen.type('summary: Add\n', 'summary: Add # mine\n')
  await session.detach(screen)
  await settled(session)
  editor.applyRemote((transaction) => {
    const record = transaction.get('met_list')
    if (record?.kind === 'method') transaction.put({ ...record, summary: 'Drawn' })
  })
  // The edit is under way as the text is written anew.
  await Promise.resolve()
  await Promise.resolve()
  expect(await session.open('json')).toContain('"summary": "Drawn"')
  store.isAway = false
  store.putTheirs()
  session.heard()
  const again = new Screen(session, await session.open('yaml'))
  await settled(session)
  expect(again.text.match(/# Theirs\./g)).toHaveLength(1)
  again.type('summary: Drawn', 'summary: Typed')
  await settled(session)
  expect(session.state().status).toBe('ready')
  expect(editor.get('met_list')).toMatchObject({ summary: 'Typed' })
})
