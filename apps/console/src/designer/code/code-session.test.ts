import type { ApiRecord } from '@penstock/model'
import type { TextEdit } from '@penstock/openapi/live'
import { expect, test } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { ManualClock, settle } from '../../editor/testing.ts'
import { CodeSession, pauseMs, type TextPort } from './code-session.ts'
import { createLiveApi } from './live-api.ts'
import { answerMs, keepMs, retryMs } from './kept-sync.ts'
import type { LivePeer } from './live-peer.ts'
import type { StoredPart, TextChanges, TextStore } from './text-store.ts'

const records: readonly ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Pets', openapiVersion: '3.1.0', version: '1' },
  { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'res_pets', parent: 'res_root', pathPart: 'pets', declared: true },
  { kind: 'method', id: 'met_list', resource: 'res_pets', httpMethod: 'GET', summary: 'List' },
  { kind: 'method', id: 'met_add', resource: 'res_pets', httpMethod: 'POST', summary: 'Add' },
]

/** The document in this thread, answering later as a worker does. */
function peerHere(): LivePeer {
  const api = createLiveApi()
  const live = Object.fromEntries(
    Object.entries(api).map(([name, ask]) => [
      name,
      async (...args: unknown[]) => (ask as (...all: unknown[]) => unknown)(...args),
    ]),
  )
  return { live: live as unknown as LivePeer['live'], stop: () => undefined }
}

/** A text on a screen. */
class Screen implements TextPort {
  text: string
  readonly ranges = new Set<{ start: number; end: number }>()
  readonly #session: CodeSession

  constructor(session: CodeSession, text: string) {
    this.#session = session
    this.text = text
    session.attach(this)
  }

  slice(start: number, end: number) {
    return this.text.slice(start, end)
  }

  apply(edits: readonly TextEdit[]) {
    for (const { start, end, text } of edits.toSorted((a, b) => b.start - a.start)) {
      this.text = this.text.slice(0, start) + text + this.text.slice(end)
      for (const range of this.ranges) {
        const grown = text.length - (end - start)
        if (range.start >= end && range.start > start) range.start += grown
        if (range.end >= end) range.end += grown
      }
    }
  }

  track(start: number, end: number) {
    const range = { start, end }
    this.ranges.add(range)
    return { at: () => range, forget: () => void this.ranges.delete(range) }
  }

  type(from: string, to: string) {
    const start = this.text.indexOf(from)
    if (start < 0) throw new Error(`No ${from} in the text.`)
    this.apply([{ start, end: start + from.length, text: to }])
    this.#session.typed([{ rangeOffset: start, rangeLength: from.length, text: to }])
  }
}

/** What a server keeps of a text. */
class Store implements TextStore {
  syntax: 'yaml' | 'json' = 'yaml'
  parts = new Map<string, StoredPart>()
  isAway = false
  /** Neither answers nor fails. */
  isHanging = false
  #version = 0
  #release: (() => void)[] = []

  async load() {
    await this.#reached()
    if (this.isAway) throw new Error('away')
    return { syntax: this.syntax, parts: [...this.parts.values()] }
  }

  async save({ put, remove }: TextChanges) {
    await this.#reached()
    if (this.isAway) throw new Error('away')
    const version = ++this.#version
    const seen = (place: string) => this.parts.get(place)?.revision ?? 0
    const isFresh = ({ place, revision }: { place: string; revision: number }) => seen(place) === revision
    const stale = [...put, ...remove]
      .filter((part) => !isFresh(part))
      .map(({ place }) => this.parts.get(place) ?? { place, text: null, record: null, revision: 0 })
    for (const part of put.filter(isFresh)) this.parts.set(part.place, { ...part, revision: version })
    for (const { place } of remove.filter(isFresh)) this.parts.delete(place)
    return { version, stale }
  }

  /** Answers again, also what was asked meanwhile. */
  release() {
    this.isHanging = false
    for (const go of this.#release.splice(0)) go()
  }

  async #reached() {
    if (this.isHanging) await new Promise<void>((go) => this.#release.push(go))
  }

  /** Somebody else writes. */
  put(place: string, text: string) {
    this.parts.set(place, { place, text, record: null, revision: ++this.#version })
  }
}

/** All that is due is done, with what the server answers to it. */
async function settled(session: CodeSession) {
  for (let turn = 0; turn < 3; turn++) {
    await session.flush()
    await settle()
  }
}

async function open(store = new Store()) {
  const editor = new Editor(records)
  const clock = new ManualClock()
  const session = new CodeSession(editor, store, peerHere, clock)
  const screen = new Screen(session, await session.open())
  const summary = (id: string) => {
    const record = editor.get(id)
    return record?.kind === 'method' ? record.summary : undefined
  }
  const draw = (id: string, text: string) =>
    editor.run('Edit', (transaction) => {
      const record = transaction.get(id)
      if (record?.kind === 'method') transaction.put({ ...record, summary: text })
    })
  return { editor, clock, session, screen, store, summary, draw, settled: () => settled(session) }
}

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
  const store = new Store()
  const [mine, theirs] = [await open(store), await open(store)]
  const before = mine.screen.text
  mine.screen.type('paths:\n', 'paths: # mine\n')
  mine.screen.type('summary: Add\n', 'summary: Add # mine, too\n')
  await mine.settled()
  theirs.screen.type('    post:\n', '    # Theirs.\n    post:\n')
  await theirs.session.finish()
  await theirs.settled()
  mine.session.heard()
  await mine.settled()
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
  const store = new Store()
  const [mine, theirs] = [await open(store), await open(store)]
  const before = mine.screen.text
  mine.screen.type('paths:\n', 'paths: # mine\n')
  mine.screen.type('summary: Add\n', 'summary: Other\n')
  await mine.settled()
  theirs.screen.type('    post:\n', '    # Theirs.\n    post:\n')
  await theirs.session.finish()
  await theirs.settled()
  mine.session.heard()
  await mine.settled()
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
  const { session, screen, store } = await open()
  screen.type('paths:\n', 'paths: # public\n')
  await session.detach(screen)
  await settled(session)
  expect([...store.parts.keys()]).toEqual(['/paths'])
})

test('comments that others write appear, also in a member that has some of one’s own', async () => {
  const store = new Store()
  const [mine, theirs] = [await open(store), await open(store)]
  theirs.screen.type('  /pets:\n', '  # Theirs.\n  /pets:\n')
  await theirs.session.finish()
  await theirs.settled()
  mine.screen.type('summary: Add\n', 'summary: Add # mine\n')
  // Refused as they were first; merged and saved then.
  await mine.session.finish()
  await mine.settled()
  theirs.session.heard()
  await theirs.settled()
  expect(mine.screen.text).toContain('  # Theirs.\n  /pets:\n')
  expect(mine.screen.text).toContain('summary: Add # mine\n')
  expect(theirs.screen.text).toBe(mine.screen.text)
})

test('comments at the end and an order that others write are not overwritten by one’s own', async () => {
  const store = new Store()
  const [mine, theirs] = [await open(store), await open(store)]
  const end = theirs.screen.text.split('\n').at(-2)!
  theirs.screen.type(`${end}\n`, `${end}\n# The end.\n`)
  await theirs.session.finish()
  await theirs.settled()
  mine.session.heard()
  mine.screen.type('paths:\n', 'paths: # public\n')
  await mine.session.finish()
  await mine.settled()
  expect([...store.parts.keys()].toSorted()).toEqual(['/paths', 'end:'])
  expect(mine.screen.text).toMatch(/# public\n[^]*\n# The end\.\n$/)
  expect((await open(store)).screen.text).toBe(mine.screen.text)
})

test('comments that were saved while somebody else wrote a text with anchors are in it, and saved with it', async () => {
  const store = new Store()
  const [whole, other] = [await open(store), await open(store)]
  whole.screen.type('title: Pets\n', 'title: Pets\n  x-a: &a 1\n  x-b: 1\n')
  whole.screen.type('paths:\n', 'x-c: *a\npaths:\n')
  await whole.session.finish()
  await whole.settled()
  expect([...store.parts.keys()]).toContain('')
  other.screen.type('  /pets:\n', '  # theirs\n  /pets:\n')
  await other.session.finish()
  await other.settled()
  whole.session.heard()
  await whole.settled()
  expect(whole.screen.text).toContain('# theirs')
  await whole.clock.advance(keepMs)
  await whole.settled()
  expect(store.parts.get('')?.text).toBe(whole.screen.text)
})

test('a server that is away is tried again; nothing that was typed is lost', async () => {
  const { clock, session, screen, store, settled } = await open()
  store.isAway = true
  screen.type('paths:\n', 'paths: # public\n')
  await session.finish()
  await settled()
  expect(store.parts.size).toBe(0)
  expect([session.hasUnkept, session.state().unkept]).toEqual([
    true,
    expect.stringContaining('not saved yet'),
  ])
  store.isAway = false
  await clock.advance(retryMs)
  await settled()
  expect([...store.parts.keys()]).toEqual(['/paths'])
  expect([session.hasUnkept, session.state().unkept]).toEqual([false, null])
})

test('an API opens in what it was imported in; comments outlive a look at it in JSON', async () => {
  const store = new Store()
  store.syntax = 'json'
  store.put('/paths/~1pets', '# All animals.\n/pets:\n  get:\n    summary: List\n')
  const { session, screen } = await open(store)
  expect(screen.text).toMatch(/^\{/)
  await session.detach(screen)
  const again = new Screen(session, await session.open('yaml'))
  expect(again.text).toContain('  # All animals.\n  /pets:\n    get:\n      summary: List\n')
})

test('what is typed is read, undone and left while a save of comments hangs', async () => {
  const { session, clock, screen, store, summary, draw } = await open()
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
  await settled(session)
  expect([...store.parts.keys()]).toEqual(['/paths'])
})

test('comments that are typed while others are on their way are saved next', async () => {
  const { session, clock, screen, store } = await open()
  store.isHanging = true
  screen.type('paths:\n', 'paths: # public\n')
  await session.finish()
  screen.type('paths: # public\n', 'paths: # private\n')
  await session.flush()
  store.release()
  await settled(session)
  expect(store.parts.get('/paths')?.text).toContain('# public')
  await clock.advance(keepMs)
  await settled(session)
  expect(store.parts.get('/paths')?.text).toContain('# private')
})

test('what is typed is read while others’ comments are on their way', async () => {
  const { session, screen, store, summary } = await open()
  store.put('/paths/~1pets', '# Theirs.\n/pets:\n  get:\n    summary: List\n')
  store.isHanging = true
  session.heard()
  screen.type('summary: Add', 'summary: Typed')
  await session.flush()
  expect(summary('met_add')).toBe('Typed')
  store.release()
  await settled(session)
  expect(screen.text).toContain('  # Theirs.\n')
  expect(screen.text).toContain('summary: Typed')
})

test('an undo that brings a comment back is kept like one that is typed', async () => {
  const { session, editor, clock, screen, store } = await open()
  screen.type('      summary: List\n', '      # all\n      summary: All\n')
  await session.finish()
  await settled(session)
  expect(store.parts.size).toBe(1)
  editor.undo()
  await settled(session)
  expect(screen.text).not.toContain('# all')
  await clock.advance(keepMs)
  await settled(session)
  expect(store.parts.size).toBe(0)
})

test('an opening that failed is begun anew', async () => {
  const store = new Store()
  const session = new CodeSession(new Editor(records), store, peerHere, new ManualClock())
  store.isAway = true
  await expect(session.open()).rejects.toThrow('away')
  expect([session.state().status, session.isOpen]).toEqual(['failed', false])
  store.isAway = false
  expect(await session.open()).toContain('/pets:')
  expect(session.state().status).toBe('ready')
})

test('an opening that the server does not answer fails, and is begun anew', async () => {
  const [store, clock] = [new Store(), new ManualClock()]
  const session = new CodeSession(new Editor(records), store, peerHere, clock)
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
  const session = new CodeSession(new Editor(records), store, start, new ManualClock())
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
  const session = new CodeSession(editor, new Store(), () => peers.shift()!, new ManualClock())
  const screen = new Screen(session, await session.open())
  await session.detach(screen)
  Object.assign(first.live, { drawn: () => Promise.reject(new Error('stopped')) })
  editor.applyRemote((transaction) => transaction.remove('met_add'))
  await expect(session.open()).rejects.toThrow('stopped')
  expect(await session.open()).not.toContain('post:')
})

test('what could not be saved before the text was closed is saved afterwards', async () => {
  const { session, clock, screen, store } = await open()
  store.isAway = true
  screen.type('paths:\n', 'paths: # public\n')
  await session.detach(screen)
  await settle()
  expect(session.hasUnkept).toBe(true)
  store.isAway = false
  await clock.advance(retryMs)
  await settled(session)
  expect([...store.parts.keys()]).toEqual(['/paths'])
  expect(session.hasUnkept).toBe(false)
})

test('a text that is closed with comments where somebody else was first is merged and saved at once', async () => {
  const store = new Store()
  const { session, screen } = await open(store)
  store.put('/paths/~1pets', '# Theirs.\n/pets:\n  get:\n    summary: List\n')
  screen.type('summary: Add\n', 'summary: Add # mine\n')
  await session.detach(screen)
  await settled(session)
  const { text } = store.parts.get('/paths/~1pets')!
  expect(text).toContain('# Theirs.')
  expect(text).toContain('# mine')
  expect(session.hasUnkept).toBe(false)
  expect(await session.open()).toContain('  # Theirs.\n')
})

test('what is typed would be lost with the page until it is read and saved', async () => {
  const { session, clock, screen } = await open()
  expect(session.hasUnkept).toBe(false)
  screen.type('paths:\n', 'paths: # public\n')
  expect(session.hasUnkept).toBe(true)
  await clock.advance(pauseMs)
  await settled(session)
  expect(session.hasUnkept).toBe(true)
  await clock.advance(keepMs)
  await settled(session)
  expect(session.hasUnkept).toBe(false)
})

test('comments that others write while the text is read from the server appear', async () => {
  const store = new Store()
  const session = new CodeSession(new Editor(records), store, peerHere, new ManualClock())
  const load = store.load.bind(store)
  store.load = async () => {
    const answer = await load()
    // Too late for this answer.
    store.put('/paths/~1pets', '# Theirs.\n/pets:\n  get:\n    summary: List\n')
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
  const { session, clock, screen, summary } = await open(store)
  store.isAway = true
  screen.type('summary: Add\n', 'summary: Add # mine\n')
  await session.detach(screen)
  const json = new Screen(session, await session.open('json'))
  json.type('"List"', '"All"')
  await settled(session)
  expect(summary('met_list')).toBe('All')
  store.isAway = false
  store.put('/paths/~1pets', '# Theirs.\n/pets:\n  get:\n    summary: List\n')
  await session.detach(json)
  const again = new Screen(session, await session.open('yaml'))
  expect(again.text).toContain('summary: Add # mine\n')
  expect(again.text).toContain('summary: All\n')
  await clock.advance(retryMs)
  await settled(session)
  expect(again.text).toContain('  # Theirs.\n')
  expect(store.parts.get('/paths/~1pets')?.text).toContain('# mine')
  expect((await open(store)).screen.text).toContain('# mine')
})

test('comments that were not saved are saved while the text is shown in JSON', async () => {
  const store = new Store()
  const { session, clock, screen } = await open(store)
  store.isAway = true
  screen.type('paths:\n', 'paths: # public\n')
  await session.detach(screen)
  const json = new Screen(session, await session.open('json'))
  await settled(session)
  store.isAway = false
  await clock.advance(retryMs)
  await settled(session)
  expect([...store.parts.keys()]).toEqual(['/paths'])
  await session.detach(json)
  expect(await session.open('yaml')).toContain('paths: # public\n')
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
  const session = new CodeSession(editor, store, () => peer, new ManualClock())
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
  store.put('/paths/~1pets', '# Theirs.\n/pets:\n  get:\n    summary: List\n')
  session.heard()
  const again = new Screen(session, await session.open('yaml'))
  await settled(session)
  expect(again.text.match(/# Theirs\./g)).toHaveLength(1)
  again.type('summary: Drawn', 'summary: Typed')
  await settled(session)
  expect(session.state().status).toBe('ready')
  expect(editor.get('met_list')).toMatchObject({ summary: 'Typed' })
})
