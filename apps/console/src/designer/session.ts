import { type ApiRecord, type Definition, type RecordsDiff } from '@penstock/model'
import {
  Autosave,
  type DraftTransport,
  Editor,
  LayoutSave,
  type Position,
  type Revisioned,
} from '../editor/index.ts'
import { type LayoutWorker, sameSkeleton } from '../layout/index.ts'
import { CodeSession } from './code/code-session.ts'
import type { TextStore } from './code/text-store.ts'
import { FieldDrafts } from './field-drafts.ts'
import { GraphModel, startLayoutWorker } from './graph-model.ts'
import type { LeftPlace } from './left-place.ts'
import { nodeOf, skeletonOf } from './nodes/definitions.ts'
import { OutlineSearch } from './outline-search.ts'
import { OutlineTree } from './outline-tree.ts'
import { prepareWhenIdle } from './prepare-when-idle.ts'
import { ProblemChecker } from './problems/problem-checker.ts'
import { type RecordSource, sourceOfEditor } from './record-source.ts'
import { tagOf } from './tags.ts'
import type { Thread } from './thread.ts'

export interface LoadedDraft {
  readonly api: { readonly slug: string; readonly name: string }
  readonly version: number
  /** What to ask by whether it changed since; null where the way to the server does not keep it. */
  readonly tag: string | null
  readonly records: readonly Revisioned[]
  readonly layout: Readonly<Record<string, Position>>
}

/** Where a session saves what is edited in it. */
export interface SessionTransport extends DraftTransport {
  readonly text: TextStore
}

/** One API open in the designer: the editor, its saving, its graph and its problems. Knows nothing of React. */
export class DesignerSession {
  readonly slug: string
  readonly editor: Editor
  readonly autosave: Autosave
  readonly layoutSave: LayoutSave
  readonly graph: GraphModel
  readonly code: CodeSession
  readonly problems: ProblemChecker
  readonly source: RecordSource
  readonly outline: OutlineTree
  readonly search: OutlineSearch
  readonly drafts = new FieldDrafts()
  /** Where somebody looked last. */
  looked: Pick<LeftPlace, 'outline' | 'viewport'>
  readonly #stops: (() => void)[]
  #structure: Definition
  /** Of the draft that was read last; null once nodes were moved here, which no version tells. */
  #tag: string | null

  constructor(
    draft: LoadedDraft,
    transport: SessionTransport,
    opts: { readonly layout?: Thread<LayoutWorker>; readonly left?: LeftPlace | null } = {},
  ) {
    const { layout = startLayoutWorker(), left = null } = opts
    this.looked = { outline: left?.outline ?? null, viewport: left?.viewport ?? null }
    this.slug = draft.api.slug
    this.#tag = draft.tag
    this.editor = new Editor(
      draft.records.map((entry) => entry.record),
      draft.layout,
    )
    this.source = sourceOfEditor(this.editor)
    this.autosave = new Autosave({ editor: this.editor, transport, loaded: draft.records })
    this.layoutSave = new LayoutSave(this.editor, transport)
    this.graph = new GraphModel(this.editor, layout, startLayoutWorker, left?.graph)
    this.code = new CodeSession(this.editor, transport.text)
    this.outline = new OutlineTree(this.editor.definition)
    this.search = new OutlineSearch(this.outline)
    this.#structure = this.editor.definition
    this.problems = new ProblemChecker(this.editor)
    this.#stops = [
      prepareWhenIdle(this.search),
      this.editor.onRecords(({ diff }) => {
        this.outline.apply(diff, this.editor.definition)
        this.search.apply(diff)
        const updated = Object.entries(diff.updated).map(([id, [, to]]) => [id, to] as const)
        const removed = Object.keys(diff.removed).map((id) => [id, null] as const)
        for (const [id] of removed) this.drafts.forget(id)
        const changed = [...removed, ...Object.entries(diff.added), ...updated]
        this.graph.records(changed)
        this.problems.records(changed)
        if (changesStructure(diff)) this.#structure = this.editor.definition
      }),
      this.editor.onPositions(({ diff }) => {
        this.#tag = null
        this.graph.positions(Object.entries(diff).map(([id, [, to]]) => [id, to] as const))
      }),
      () => this.layoutSave[Symbol.dispose](),
    ]
  }

  /**
   * Brings in what was missed: what was typed last goes first, then the draft is read, unless it is the one that was read
   * last. Throws what `load` throws.
   */
  async catchUp(load: (tag: string | null) => Promise<LoadedDraft | null>): Promise<void> {
    let loaded: LoadedDraft | null = null
    await this.autosave.catchUp(async () => {
      loaded = await load(this.#tag)
      return loaded
    })
    this.#caughtUp(loaded)
  }

  #caughtUp(loaded: LoadedDraft | null): void {
    if (loaded) {
      this.layoutSave.reconcile(loaded.layout)
      this.#tag = loaded.tag
    }
    this.code.heard()
  }

  /** Whether something would be lost if it were opened anew: what can be undone, what is typed, what is not saved. */
  get isWorthKeeping(): boolean {
    const { editor, autosave, drafts, code } = this
    if (code.isOpen) return true
    return editor.undoName !== null || editor.redoName !== null || autosave.hasUnsaved || drafts.size > 0
  }

  /** Notes where somebody looks now. */
  look(at: Partial<typeof this.looked>): void {
    this.looked = { ...this.looked, ...at }
  }

  /** What is selected is looked at, and not what was last: the way to it is opened, the canvas shows it. */
  lookAtSelected(): void {
    const { outline } = this.looked
    this.looked = { outline: outline && { ...outline, way: null }, viewport: null }
  }

  /** Where somebody looks now, to go on there another time. */
  left(): LeftPlace {
    return { ...this.looked, graph: this.graph.left() }
  }

  /** The definition as it was when a name or a connection last changed: what the outline is made of. */
  readonly structure = (): Definition => this.#structure

  /** Nobody looks at it: its graph and its problems need no workers. That of the text holds the text, and stays. */
  pause(): void {
    this.graph.pause()
    this.problems.pause()
  }

  /** Somebody looks at it again. */
  resume(): void {
    this.graph.resume()
    this.problems.resume()
  }

  [Symbol.dispose](): void {
    this.#finishSaving()
    for (const stop of this.#stops) stop()
    this.graph[Symbol.dispose]()
    this.code[Symbol.dispose]()
    this.problems[Symbol.dispose]()
  }

  /** The page moves on, what was typed does not get lost: saving goes on until it is done or a person must decide. */
  #finishSaving(): void {
    const { autosave } = this
    const finish = () => {
      const { status } = autosave.state
      if (status === 'saving' || status === 'retrying') return
      stop()
      autosave[Symbol.dispose]()
    }
    const stop = autosave.onChange(finish)
    void autosave.flush().then(finish)
  }
}

function changesStructure(diff: RecordsDiff): boolean {
  for (const _ in diff.added) return true
  for (const _ in diff.removed) return true
  return Object.values(diff.updated).some(([from, to]) => !looksAlike(from, to))
}

function looksAlike(from: ApiRecord, to: ApiRecord): boolean {
  const node = nodeOf(to.kind)
  const [a, b] = [skeletonOf(from), skeletonOf(to)]
  const sameShape = a === null ? b === null : b !== null && sameSkeleton(a, b)
  const name = (record: ApiRecord) => node.rename?.value(record) ?? ''
  const tag = (record: ApiRecord) => (record.kind === 'method' ? tagOf(record) : '')
  const sameName = name(from) === name(to) && node.method?.(from) === node.method?.(to)
  return sameShape && sameName && tag(from) === tag(to)
}
