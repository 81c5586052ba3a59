import type { ApiRecord } from '@penstock/model'
import type { Syntax, TextEdit } from '@penstock/openapi/live'
import { onTestFinished } from 'vitest'
import { Editor } from '../../editor/index.ts'
import { ManualClock, settle } from '../../editor/testing.ts'
import { CodeSession, type TextPort } from './code-session.ts'
import { createLiveApi } from './live-api.ts'
import { retryMs } from './kept-sync.ts'
import type { LivePeer } from './live-peer.ts'
import type { SavedText, StoredPart, TextChanges, TextStore } from './text-store.ts'

export const records: readonly ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Pets', openapiVersion: '3.1.0', version: '1' },
  { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'res_pets', parent: 'res_root', pathPart: 'pets', declared: true },
  { kind: 'method', id: 'met_list', resource: 'res_pets', httpMethod: 'GET', summary: 'List' },
  { kind: 'method', id: 'met_add', resource: 'res_pets', httpMethod: 'POST', summary: 'Add' },
]

/** The document in this thread, answering later as a worker does. */
export function peerHere(): LivePeer {
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
export class Screen implements TextPort {
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
export class Store implements TextStore {
  syntax: Syntax = 'yaml'
  parts = new Map<string, StoredPart>()
  isAway = false
  /** Neither answers nor fails. */
  isHanging = false
  /** Places of which it says that they can't be told from secrets. */
  readonly refuses = new Set<string>()
  /** How often it was asked to save. */
  saves = 0
  #version = 0
  #release: (() => void)[] = []

  async load() {
    await this.#reached()
    if (this.isAway) throw new Error('away')
    return { syntax: this.syntax, parts: [...this.parts.values()] }
  }

  async save({ put, remove }: TextChanges): Promise<SavedText> {
    this.saves++
    await this.#reached()
    if (this.isAway) throw new Error('away')
    const version = ++this.#version
    const seen = (place: string) => this.parts.get(place)?.revision ?? 0
    const isFresh = ({ place, revision }: { place: string; revision: number }) => seen(place) === revision
    const refused = put.filter(({ place }) => this.refuses.has(place))
    const safe = put.filter(({ place }) => !this.refuses.has(place))
    const stale = [...safe, ...remove]
      .filter((part) => !isFresh(part))
      .map(({ place }) => this.parts.get(place) ?? { place, text: null, record: null, revision: 0 })
    for (const part of safe.filter(isFresh)) this.parts.set(part.place, { ...part, revision: version })
    for (const { place } of remove.filter(isFresh)) this.parts.delete(place)
    return { version, stale, refused }
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

  /** Somebody else writes above a path. */
  putTheirs() {
    this.put('/paths/~1pets', '# Theirs.\n/pets:\n  get:\n    summary: List\n')
  }
}

/** All that is due is done, with what the server answers to it. */
export async function settled(session: CodeSession) {
  for (let turn = 0; turn < 3; turn++) {
    await session.flush()
    await settle()
  }
}

interface Around {
  readonly editor?: Editor
  readonly clock?: ManualClock
  readonly start?: () => LivePeer
}

/** The session of a tab, which is closed with the test. */
export function sessionOn(
  store: Store,
  { editor = new Editor(records), clock = new ManualClock(), start = peerHere }: Around = {},
) {
  const session = new CodeSession(editor, store, start, clock)
  onTestFinished(() => session[Symbol.dispose]())
  return session
}

/** A tab that shows the text. */
export async function open(store = new Store()) {
  const [editor, clock] = [new Editor(records), new ManualClock()]
  const session = sessionOn(store, { editor, clock })
  let shown = new Screen(session, await session.open())
  const tab = {
    editor,
    clock,
    session,
    store,
    screen: shown,
    settled: () => settled(session),
    summary: (id: string) => {
      const record = editor.get(id)
      return record?.kind === 'method' ? record.summary : undefined
    },
    draw: (id: string, text: string) => {
      editor.run('Edit', (transaction) => {
        const record = transaction.get(id)
        if (record?.kind === 'method') transaction.put({ ...record, summary: text })
      })
    },
    /** Types, and it is saved. */
    keep: async (from: string, to: string) => {
      shown.type(from, to)
      await session.finish()
      await tab.settled()
    },
    /** Is told that somebody else wrote. */
    hear: async () => {
      session.heard()
      await tab.settled()
    },
    /** Closes the text and opens it again. */
    reopen: async (syntax?: Syntax) => {
      await session.detach(shown)
      shown = new Screen(session, await session.open(syntax))
      return shown
    },
    /** The server can be reached again, and what failed is tried again. */
    comeBack: async () => {
      store.isAway = false
      await clock.advance(retryMs)
      await tab.settled()
    },
  }
  return tab
}

/** Two who look at one text. */
export async function openTwo() {
  const store = new Store()
  return { store, mine: await open(store), theirs: await open(store) }
}
