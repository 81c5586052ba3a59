import { type ApiRecord, type Diagnostic, isEmptyDiff, type RecordId } from '@penstock/model'
import type { Syntax, TextEdit, Typed } from '@penstock/openapi/live'
import { type Clock, type Editor, mostSteps, replay, systemClock } from '../../editor/index.ts'
import { DirtyRegion, type TextChange } from './dirty-region.ts'
import { KeptSync } from './kept-sync.ts'
import { type LivePeer, startLivePeer } from './live-peer.ts'
import type { TextStore } from './text-store.ts'

/** A stretch of the text on the screen that stays with its characters while others are typed around it. */
export interface TrackedRange {
  /** Where it is now; null once nothing is left to tell by. */
  at(): { readonly start: number; readonly end: number } | null
  forget(): void
}

/** The text on the screen. */
export interface TextPort {
  slice(start: number, end: number): string
  /** Not to be told as typed. */
  apply(edits: readonly TextEdit[]): void
  track(start: number, end: number): TrackedRange
}

export interface CodeState {
  readonly status: 'opening' | 'ready' | 'reading' | 'invalid' | 'failed'
  readonly errors: readonly Diagnostic[]
  /** Why comments are not kept; null where they are. */
  readonly unkept: string | null
}

/** One pause of typing: how the text goes back, and which step of the graph it made. */
interface TextStep {
  readonly range: TrackedRange
  /** What stood in the range when this was made: what is there beyond it is somebody else's. */
  readonly typed: string
  readonly text: string
  /** The step of the history; null for one that means nothing to the graph (a comment). */
  readonly mark: number | null
  /** The last step of the history when this was made. */
  readonly last: number | null
}

/** How long nobody types before what was typed is read. */
export const pauseMs = 350

/**
 * Keeps the text of an API and the editor in step: what is typed is one step of the history for each pause, what is edited elsewhere
 * is the smallest edit of the text. The reading and writing is done by a worker, one question at a time; what
 * happens meanwhile on either side is sent next.
 */
export class CodeSession {
  readonly #editor: Editor
  readonly #start: () => LivePeer
  readonly #clock: Clock
  readonly #listeners = new Set<() => void>()
  readonly #stop: () => void
  readonly #touched = new Set<RecordId>()
  #peer: LivePeer | null = null
  #port: TextPort | null = null
  #region = new DirtyRegion(0)
  #syntax: Syntax = 'yaml'
  #isDue = false
  /** The opening that was asked for last; the next one waits for it. */
  #opened: Promise<void> = Promise.resolve()
  /** The document is written anew: nothing else is done with it meanwhile. */
  #isWriting = false
  #isOpening = false
  /** A text was handed out that is to be shown: until it is, it can't be told what changes. */
  #isHandedOut = false
  #cancelPause: (() => void) | null = null
  #hasHistory = false
  #running: Promise<void> | null = null
  #closing: Promise<void> | null = null
  #undo: TextStep[] = []
  #redo: TextStep[] = []
  /** Why the text can't be read; empty while it can. */
  #errors: readonly Diagnostic[] = []
  #state: CodeState = { status: 'opening', errors: [], unkept: null }
  readonly #keeping: KeptSync

  constructor(
    editor: Editor,
    store: TextStore,
    start: () => LivePeer = startLivePeer,
    clock: Clock = systemClock,
  ) {
    this.#editor = editor
    this.#keeping = new KeptSync(store, clock, () => {
      this.#tellKept()
      this.#runSoon()
    })
    this.#start = start
    this.#clock = clock
    this.#stop = editor.onRecords(({ diff, source }) => {
      if (!this.#peer) return
      for (const ids of [diff.added, diff.updated, diff.removed])
        for (const id of Object.keys(ids)) this.#touched.add(id)
      if (source === 'history') this.#hasHistory = true
      this.#runSoon()
    })
  }

  /** What the text is written in. */
  get syntax(): Syntax {
    return this.#syntax
  }

  /** Whether there is a text, whose undo would be lost with it. */
  get isOpen(): boolean {
    return this.#peer !== null
  }

  /** Whether something that was typed would be lost with the page: it is not read yet, or what goes with the text is not saved. */
  get hasUnkept(): boolean {
    return this.#peer !== null && (!this.#region.isClean || this.#keeping.hasUnkept)
  }

  readonly state = (): CodeState => this.#state

  readonly onState = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The text as it is now, written anew when another syntax is asked for. */
  open(syntax?: Syntax): Promise<string> {
    const opened = this.#opened.then(() => this.#open(syntax))
    // Where it fails that is said; the next one begins anew. The text itself is not held.
    this.#opened = opened.then(
      () => undefined,
      () => undefined,
    )
    return opened
  }

  /** Shows the text that was opened on the screen. */
  attach(port: TextPort): void {
    this.#port = port
    this.#runSoon()
  }

  /** The text is not shown any more; what was typed is read first. */
  detach(port: TextPort): Promise<void> {
    this.#closing = this.finish().finally(() => {
      if (this.#port !== port) return
      for (const { range } of [...this.#undo, ...this.#redo]) range.forget()
      this.#undo = []
      this.#redo = []
      this.#port = null
      this.#isHandedOut = false
      // What is not saved yet goes on being saved.
      this.#runSoon()
    })
    return this.#closing
  }

  /** Somebody typed. */
  typed(changes: readonly TextChange[]): void {
    this.#region.note(changes)
    this.#cancelPause?.()
    this.#cancelPause = this.#clock.after(pauseMs, () => {
      this.#isDue = true
      this.#runSoon()
    })
  }

  /** Somebody else wrote comments, or may have. */
  heard(): void {
    if (!this.#peer) return
    this.#keeping.heard()
    this.#runSoon()
  }

  /** Reads what was typed and keeps it, without waiting for a pause. */
  finish(): Promise<void> {
    this.#cancelPause?.()
    this.#keeping.hurry()
    return this.flush().finally(() => this.#keeping.calm())
  }

  /** Reads what was typed without waiting for a pause. */
  async flush(): Promise<void> {
    this.#cancelPause?.()
    this.#cancelPause = null
    this.#isDue = true
    await this.#run()
  }

  /** Takes back what was done last, wherever it was done. */
  async undo(): Promise<void> {
    await this.flush()
    const last = this.#undo.at(-1)
    if (last && last.mark === null && last.last === this.#editor.mark) await this.#takeBack(last)
    else this.#editor.undo()
  }

  async redo(): Promise<void> {
    await this.flush()
    const last = this.#redo.at(-1)
    if (last && last.mark === null && last.last === this.#editor.mark) await this.#takeBack(last)
    else this.#editor.redo()
  }

  /** Where the text says a record; undefined where it does not, or while it can't be read. */
  async rangeOf(id: RecordId): Promise<{ start: number; end: number } | undefined> {
    await this.#run()
    return this.#region.isClean ? this.#peer?.live.rangeOf(id) : undefined
  }

  async recordAt(offset: number): Promise<RecordId | undefined> {
    await this.#run()
    return this.#region.isClean ? this.#peer?.live.recordAt(offset) : undefined
  }

  [Symbol.dispose](): void {
    this.#cancelPause?.()
    this.#keeping[Symbol.dispose]()
    this.#stop()
    this.#peer?.stop()
    this.#peer = null
  }

  async #open(syntax?: Syntax): Promise<string> {
    this.#set('opening')
    try {
      await this.#closing?.catch(() => undefined)
      this.#isHandedOut = false
      this.#isWriting = true
      await this.#running?.catch(() => undefined)
      if (!this.#peer) await this.#begin(syntax)
      else if (syntax && syntax !== this.#syntax) {
        this.#syntax = syntax
        await this.#peer.live.write(syntax)
        this.#errors = []
      }
      this.#isWriting = false
      this.#isOpening = true
      await this.#run()
      this.#isOpening = false
      this.#isHandedOut = true
      // Begun before it was handed out: that changes the text once more.
      await this.#running
      if (!this.#peer) throw new Error('The document is not open.')
      const text = await readText(this.#peer.live)
      this.#region.settle(text.length)
      this.#set(this.#errors.length > 0 ? 'invalid' : 'ready')
      return text
    } catch (error) {
      this.#isOpening = false
      this.#isWriting = false
      this.#fail()
      throw error
    }
  }

  async #begin(syntax: Syntax | undefined): Promise<void> {
    this.#errors = []
    this.#touched.clear()
    this.#peer = this.#start()
    const { live } = this.#peer
    const [imported] = await Promise.all([this.#keeping.load(live), this.#load(live)])
    this.#syntax = syntax ?? imported
    await live.write(this.#syntax)
  }

  /** The document is given up: the next opening begins anew. */
  #fail(): void {
    this.#peer?.stop()
    this.#peer = null
    this.#set('failed')
  }

  /** A few hundred records at a time: cloning them all at once would be felt. */
  async #load(live: LivePeer['live']): Promise<void> {
    const records = [...this.#editor.definition.values()]
    for (let at = 0; at < records.length; at += 400) await live.load(records.slice(at, at + 400))
  }

  /** Nobody waits: that it failed is said by the state. */
  #runSoon(): void {
    this.#run().catch(() => undefined)
  }

  /** Does what there is to do, one thing after the other; whoever asks meanwhile waits for all of it. */
  #run(): Promise<void> {
    this.#running ??= this.#work().then(
      () => {
        this.#running = null
        // Asked for while the last of it ended.
        return this.#next() ? this.#run() : undefined
      },
      (error: unknown) => {
        this.#running = null
        this.#fail()
        throw error
      },
    )
    return this.#running
  }

  async #work(): Promise<void> {
    // Whatever made somebody ask happens in full first.
    await Promise.resolve()
    for (let next = this.#next(); next; next = this.#next()) await next()
    this.#isDue = false
  }

  #next(): (() => Promise<void>) | null {
    const [peer, port] = [this.#peer, this.#port]
    if (!peer || this.#isWriting) return null
    if (port && this.#isDue && !this.#region.isClean) return () => this.#readTyped(peer.live, port)
    const keeping = this.#keeping
    if (keeping.hasSaved) return () => this.#settleKept(peer.live)
    if (!this.#region.isClean || this.#errors.length > 0) return null
    // A text that nobody sees is not written anew for each edit of the graph, unless it still is to be saved.
    const mayWrite = port || this.#isOpening || (!this.#isHandedOut && keeping.hasUnkept)
    if (mayWrite && this.#touched.size > 0) return () => this.#writeDrawn(peer.live)
    if (mayWrite && keeping.hasTheirs) return () => this.#writeTheirs(peer.live)
    if (mayWrite && keeping.isAsking) return async () => keeping.ask()
    return keeping.isDue ? () => this.#saveKept(peer.live) : null
  }

  async #readTyped(live: LivePeer['live'], port: TextPort): Promise<void> {
    this.#isDue = false
    const edit = this.#region.take((start, end) => port.slice(start, end))
    this.#set('reading')
    const typed = await live.typed(edit)
    const { mark: before } = this.#editor
    this.#take(typed)
    for (const { range } of this.#redo.splice(0)) range.forget()
    // What has been typed since then moved the places; the step is then undone like one of the graph.
    if (!this.#region.isClean) return
    const { mark } = this.#editor
    pushStep(this.#undo, {
      range: port.track(typed.inverse.start, typed.inverse.end),
      typed: edit.text,
      text: typed.inverse.text,
      mark: mark === before ? null : mark,
      last: mark,
    })
  }

  async #writeDrawn(live: LivePeer['live']): Promise<void> {
    const ids = [...this.#touched]
    const hasHistory = this.#hasHistory
    this.#touched.clear()
    this.#hasHistory = false
    const records = ids.map((id) => this.#editor.get(id))
    const put = records.filter((record) => record !== undefined)
    const remove = ids.filter((_, at) => !records[at])
    const taken = hasHistory ? await this.#restore(live, put, remove) : null
    const edits = taken?.edits ?? (await live.drawn(put, remove))
    if (!this.#region.isClean) {
      // Somebody types: that is read first, and these edits are made for the text that it leads to.
      for (const id of ids) this.#touched.add(id)
      this.#hasHistory = hasHistory
      return
    }
    this.#apply(edits)
    await live.accept()
    if (!taken) return
    taken.done()
    this.#keeping.typed()
  }

  async #saveKept(live: LivePeer['live']): Promise<void> {
    await this.#keeping.save(live)
    this.#tellKept()
  }

  async #settleKept(live: LivePeer['live']): Promise<void> {
    await this.#keeping.settle(live)
    this.#tellKept()
  }

  /** What others wrote, in the text; what was typed here meanwhile is read first. */
  async #writeTheirs(live: LivePeer['live']): Promise<void> {
    const theirs = this.#keeping.theirs()
    const edits = await live.annotated(theirs)
    if (!this.#region.isClean) return
    this.#apply(edits)
    // What was merged is more than what each of both had saved.
    if (await live.accept()) this.#keeping.typed()
    this.#keeping.took(theirs)
  }

  /** The exact way back to the text as it was typed, if that is what an undo or redo of the graph leads to. */
  async #restore(live: LivePeer['live'], put: readonly ApiRecord[], remove: readonly RecordId[]) {
    for (const [from, to] of [
      [this.#undo, this.#redo],
      [this.#redo, this.#undo],
    ] as const) {
      const step = from.at(-1)
      const at = step?.mark === null ? null : step?.range.at()
      if (!step || !at) continue
      const was = this.#port?.slice(at.start, at.end) ?? ''
      const edit = { ...at, text: await live.takeBack(step.text, step.typed, was) }
      if (!(await live.restored(put, remove, edit))) continue
      const done = () => {
        from.pop()
        step.range.forget()
        this.#keep(to, edit, was, this.#editor.mark ?? -1)
      }
      return { edits: [edit], done }
    }
    return null
  }

  /** Takes back, or does again, what changed the text only. */
  async #takeBack(step: TextStep): Promise<void> {
    const [port, peer, at] = [this.#port, this.#peer, step.range.at()]
    const was = at && port ? port.slice(at.start, at.end) : null
    const isOwn = was === step.typed
    const text =
      was === null || !peer || isOwn ? step.text : await peer.live.takeBack(step.text, step.typed, was)
    const now = isOwn ? at : step.range.at()
    // While that was asked for somebody typed, or it moved: it is the next one that undoes it.
    if (!isOwn && (!this.#region.isClean || now?.start !== at?.start || now?.end !== at?.end)) return
    const [from, to] = this.#undo.includes(step) ? [this.#undo, this.#redo] : [this.#redo, this.#undo]
    if (from.at(-1) !== step) return
    from.pop()
    step.range.forget()
    if (!at || was === null || !peer) return
    const edit = { ...at, text }
    this.#apply([edit])
    const typed = await peer.live.typed(edit)
    this.#take(typed)
    this.#keep(to, edit, was, null)
  }

  #keep(steps: TextStep[], { start, text: typed }: TextEdit, text: string, mark: number | null): void {
    if (!this.#port) return
    const range = this.#port.track(start, start + typed.length)
    pushStep(steps, { range, typed, text, mark, last: this.#editor.mark })
  }

  #apply(edits: readonly TextEdit[]): void {
    let { length } = this.#region
    for (const { start, end, text } of edits) length += text.length - (end - start)
    this.#port?.apply(edits)
    this.#region.settle(length)
  }

  /** What the text means, as a step of the history. */
  #take({ diff: records, errors }: Typed): void {
    this.#errors = errors ?? []
    if (records && !isEmptyDiff(records)) {
      this.#editor.separate()
      this.#editor.run('Edit the text', (transaction) => replay(transaction, { records, positions: {} }))
    }
    this.#keeping.typed()
    this.#set(errors ? 'invalid' : 'ready')
  }

  #tellKept(): void {
    if (this.#keeping.refusal !== this.#state.unkept) this.#set(this.#state.status)
  }

  #set(status: CodeState['status']): void {
    this.#state = { status, errors: this.#errors, unkept: this.#keeping.refusal }
    for (const listener of this.#listeners) listener()
  }
}

/** As many as the history of the graph has. */
function pushStep(steps: TextStep[], step: TextStep): void {
  steps.push(step)
  if (steps.length > mostSteps) steps.shift()?.range.forget()
}

/** What is handed over at once: a few milliseconds of the screen's time. */
const sliceLength = 1_000_000

async function readText(live: LivePeer['live']): Promise<string> {
  const length = await live.length()
  let text = ''
  for (let at = 0; at < length; at += sliceLength) text += await live.slice(at, at + sliceLength)
  return text
}
