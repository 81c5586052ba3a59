import { expect, test } from 'vitest'
import { settle } from '../../editor/testing.ts'
import { pauseMs } from './code-session.ts'
import { open, openTwo, Screen, sessionOn, settled, Store } from './code-session.fixture.ts'
import { answerMs, keepMs, retryMs } from './kept-sync.ts'

test('comments are kept a moment after they were typed, and are there in another tab', async () => {
  const { clock, screen, store, settled } = await open()
  screen.type('  /pets:\n', '  # All animals.\n  /pets:\n')
  await settled()
  expect(store.parts.size).toBe(0)
  await clock.advance(keepMs)
  await settled()
  expect([...store.parts.keys()]).toEqual(['/paths/~1pets'])
  const other = await open(store)
  expect(other.screen.text).toBe(screen.text)
})

test('what is typed as the text is left is kept', async () => {
  const { session, screen, store, settled } = await open()
  screen.type('paths:\n', 'paths: # public\n')
  await session.detach(screen)
  await settled()
  expect([...store.parts.keys()]).toEqual(['/paths'])
})

test('comments that others write appear, also in a member that has some of one’s own', async () => {
  const { mine, theirs } = await openTwo()
  await theirs.keep('  /pets:\n', '  # Theirs.\n  /pets:\n')
  mine.screen.type('summary: Add\n', 'summary: Add # mine\n')
  // Refused as they were first; merged and saved then.
  await mine.session.finish()
  await mine.settled()
  await theirs.hear()
  expect(mine.screen.text).toContain('  # Theirs.\n  /pets:\n')
  expect(mine.screen.text).toContain('summary: Add # mine\n')
  expect(theirs.screen.text).toBe(mine.screen.text)
})

test('comments at the end and an order that others write are not overwritten by one’s own', async () => {
  const { store, mine, theirs } = await openTwo()
  const end = theirs.screen.text.split('\n').at(-2)!
  await theirs.keep(`${end}\n`, `${end}\n# The end.\n`)
  mine.session.heard()
  await mine.keep('paths:\n', 'paths: # public\n')
  expect([...store.parts.keys()].toSorted()).toEqual(['/paths', 'end:'])
  expect(mine.screen.text).toMatch(/# public\n[^]*\n# The end\.\n$/)
  expect((await open(store)).screen.text).toBe(mine.screen.text)
})

test('comments that were saved while somebody else wrote a text with anchors are in it, and saved with it', async () => {
  const store = new Store()
  const [whole, other] = [await open(store), await open(store)]
  whole.screen.type('title: Pets\n', 'title: Pets\n  x-a: &a 1\n  x-b: 1\n')
  await whole.keep('paths:\n', 'x-c: *a\npaths:\n')
  expect([...store.parts.keys()]).toContain('')
  await other.keep('  /pets:\n', '  # theirs\n  /pets:\n')
  await whole.hear()
  expect(whole.screen.text).toContain('# theirs')
  await whole.clock.advance(keepMs)
  await whole.settled()
  expect(store.parts.get('')?.text).toBe(whole.screen.text)
})

test('what is refused for its secrets is said once; everything else is saved, then and later', async () => {
  const { session, screen, store, keep, settled } = await open()
  const said: (string | null)[] = []
  session.onState(() => {
    if (said.at(-1) !== session.state().unkept) said.push(session.state().unkept)
  })
  store.refuses.add('/info')
  screen.type('title: Pets\n', 'title: Pets # hunter2\n')
  await keep('paths:\n', 'paths: # public\n')
  expect([...store.parts.keys()]).toEqual(['/paths'])
  await keep('  /pets:\n', '  # All animals.\n  /pets:\n')
  expect([...store.parts.keys()]).toEqual(['/paths', '/paths/~1pets'])
  const words = "Comments in info are not kept: it can't be told apart from secrets."
  expect([said, session.hasUnkept]).toEqual([[null, words], false])
  const { saves } = store
  await settled()
  expect(store.saves).toBe(saves)
  await keep(' # hunter2', '')
  expect(said).toEqual([null, words, null])
})

test('a server that is away is tried again; nothing that was typed is lost', async () => {
  const { session, screen, store, settled, comeBack } = await open()
  store.isAway = true
  screen.type('paths:\n', 'paths: # public\n')
  await session.finish()
  await settled()
  expect(store.parts.size).toBe(0)
  expect([session.hasUnkept, session.state().unkept]).toEqual([
    true,
    expect.stringContaining('not saved yet'),
  ])
  await comeBack()
  expect([...store.parts.keys()]).toEqual(['/paths'])
  expect([session.hasUnkept, session.state().unkept]).toEqual([false, null])
})

test('an API opens in what it was imported in; comments outlive a look at it in JSON', async () => {
  const store = new Store()
  store.syntax = 'json'
  store.put('/paths/~1pets', '# All animals.\n/pets:\n  get:\n    summary: List\n')
  const { screen, reopen } = await open(store)
  expect(screen.text).toMatch(/^\{/)
  const again = await reopen('yaml')
  expect(again.text).toContain('  # All animals.\n  /pets:\n    get:\n      summary: List\n')
})

test('what is typed is read, undone and left while a save of comments hangs', async () => {
  const { session, clock, screen, store, summary, draw, settled } = await open()
  store.isHanging = true
  screen.type('paths:\n', 'paths: # public\n')
  await session.finish()
  screen.type('summary: List', 'summary: All')
  await session.flush()
  expect(summary('met_list')).toBe('All')
  draw('met_add', 'Drawn')
  await session.flush()
  expect(screen.text).toContain('summary: Drawn')
  await session.undo()
  expect(summary('met_add')).toBe('Add')
  await session.detach(screen)
  expect(new Screen(session, await session.open()).text).toContain('paths: # public\n')
  expect(session.hasUnkept).toBe(true)
  await clock.advance(answerMs)
  expect(session.state().unkept).toContain('not saved yet')
  store.isHanging = false
  await clock.advance(retryMs)
  await settled()
  expect([...store.parts.keys()]).toEqual(['/paths'])
})

test('comments that are typed while others are on their way are saved next', async () => {
  const { session, clock, screen, store, settled } = await open()
  store.isHanging = true
  screen.type('paths:\n', 'paths: # public\n')
  await session.finish()
  screen.type('paths: # public\n', 'paths: # private\n')
  await session.flush()
  store.release()
  await settled()
  expect(store.parts.get('/paths')?.text).toContain('# public')
  await clock.advance(keepMs)
  await settled()
  expect(store.parts.get('/paths')?.text).toContain('# private')
})

test('what is typed is read while others’ comments are on their way', async () => {
  const { session, screen, store, summary, settled } = await open()
  store.putTheirs()
  store.isHanging = true
  session.heard()
  screen.type('summary: Add', 'summary: Typed')
  await session.flush()
  expect(summary('met_add')).toBe('Typed')
  store.release()
  await settled()
  expect(screen.text).toContain('  # Theirs.\n')
  expect(screen.text).toContain('summary: Typed')
})

test('an undo that brings a comment back is kept like one that is typed', async () => {
  const { session, editor, clock, screen, store, settled } = await open()
  screen.type('      summary: List\n', '      # all\n      summary: All\n')
  await session.finish()
  await settled()
  expect(store.parts.size).toBe(1)
  editor.undo()
  await settled()
  expect(screen.text).not.toContain('# all')
  await clock.advance(keepMs)
  await settled()
  expect(store.parts.size).toBe(0)
})

test('what could not be saved before the text was closed is saved afterwards', async () => {
  const { session, screen, store, comeBack } = await open()
  store.isAway = true
  screen.type('paths:\n', 'paths: # public\n')
  await session.detach(screen)
  await settle()
  expect(session.hasUnkept).toBe(true)
  await comeBack()
  expect([...store.parts.keys()]).toEqual(['/paths'])
  expect(session.hasUnkept).toBe(false)
})

test('a text that is closed with comments where somebody else was first is merged and saved at once', async () => {
  const store = new Store()
  const { session, screen, settled } = await open(store)
  store.putTheirs()
  screen.type('summary: Add\n', 'summary: Add # mine\n')
  await session.detach(screen)
  await settled()
  const { text } = store.parts.get('/paths/~1pets')!
  expect(text).toContain('# Theirs.')
  expect(text).toContain('# mine')
  expect(session.hasUnkept).toBe(false)
  expect(await session.open()).toContain('  # Theirs.\n')
})

test('what is typed would be lost with the page until it is read and saved', async () => {
  const { session, clock, screen, settled } = await open()
  expect(session.hasUnkept).toBe(false)
  screen.type('paths:\n', 'paths: # public\n')
  expect(session.hasUnkept).toBe(true)
  await clock.advance(pauseMs)
  await settled()
  expect(session.hasUnkept).toBe(true)
  await clock.advance(keepMs)
  await settled()
  expect(session.hasUnkept).toBe(false)
})

test('comments that others write while the text is read from the server appear', async () => {
  const store = new Store()
  const session = sessionOn(store)
  const load = store.load.bind(store)
  store.load = async () => {
    const answer = await load()
    // Too late for this answer.
    store.putTheirs()
    store.load = load
    session.heard()
    return answer
  }
  const screen = new Screen(session, await session.open())
  await settled(session)
  expect(screen.text).toContain('  # Theirs.\n')
})

test('comments that are not saved yet outlive a look at the text in JSON, with what others wrote and what was edited there', async () => {
  const store = new Store()
  const { clock, screen, summary, settled, reopen } = await open(store)
  store.isAway = true
  screen.type('summary: Add\n', 'summary: Add # mine\n')
  const json = await reopen('json')
  json.type('"List"', '"All"')
  await settled()
  expect(summary('met_list')).toBe('All')
  store.isAway = false
  store.putTheirs()
  const again = await reopen('yaml')
  expect(again.text).toContain('summary: Add # mine\n')
  expect(again.text).toContain('summary: All\n')
  await clock.advance(retryMs)
  await settled()
  expect(again.text).toContain('  # Theirs.\n')
  expect(store.parts.get('/paths/~1pets')?.text).toContain('# mine')
  expect((await open(store)).screen.text).toContain('# mine')
})

test('comments that were not saved are saved while the text is shown in JSON', async () => {
  const store = new Store()
  const { session, screen, settled, comeBack, reopen } = await open(store)
  store.isAway = true
  screen.type('paths:\n', 'paths: # public\n')
  const json = await reopen('json')
  await settled()
  await comeBack()
  expect([...store.parts.keys()]).toEqual(['/paths'])
  await session.detach(json)
  expect(await session.open('yaml')).toContain('paths: # public\n')
})
