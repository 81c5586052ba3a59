import type { RecordId } from '@penstock/model'
import { type Clock, systemClock } from './clock.ts'
import type { Editor } from './editor.ts'
import type { Position } from './positions.ts'
import type { DraftTransport } from './transport.ts'

type Places = Readonly<Record<RecordId, Position | null>>

const retryMs = 5_000

/**
 * Saves where nodes stand, and places what others moved. Not part of the definition and nothing to deploy, so the last
 * writer wins, and a failed save is sent again with the next one.
 */
export class LayoutSave implements Disposable {
  readonly #editor: Editor
  readonly #transport: DraftTransport
  readonly #clock: Clock
  readonly #stop: () => void
  #pending: Places = {}
  #sent: Places = {}
  #cancel: (() => void) | null = null
  #isDisposed = false

  constructor(
    editor: Editor,
    transport: DraftTransport,
    options: { clock?: Clock; debounceMs?: number } = {},
  ) {
    this.#editor = editor
    this.#transport = transport
    this.#clock = options.clock ?? systemClock
    this.#stop = editor.onPositions(({ diff, source }) => {
      if (source === 'remote') return
      const moved = Object.entries(diff).map(([id, [, to]]) => [id, to] as const)
      this.#pending = { ...this.#pending, ...Object.fromEntries(moved) }
      this.#flushAfter(options.debounceMs ?? 600)
    })
  }

  /** What somebody else moved. A node that was moved here and is not saved yet stays: its save comes last. */
  receive(positions: Places): void {
    const unsaved = { ...this.#sent, ...this.#pending }
    this.#editor.placeRemote(
      Object.fromEntries(Object.entries(positions).filter(([id]) => !Object.hasOwn(unsaved, id))),
    )
  }

  /** Everything as the server has it, after a break. */
  reconcile(layout: Readonly<Record<RecordId, Position>>): void {
    const freed = [...this.#editor.positions.keys()].map((id) => [id, null] as const)
    this.receive({ ...Object.fromEntries(freed), ...layout })
  }

  [Symbol.dispose](): void {
    this.#isDisposed = true
    this.#stop()
    this.#cancel?.()
  }

  #flushAfter(delayMs: number): void {
    this.#cancel?.()
    this.#cancel = this.#clock.after(delayMs, () => void this.#flush())
  }

  async #flush(): Promise<void> {
    this.#cancel = null
    const sent = { ...this.#sent, ...this.#pending }
    this.#sent = sent
    this.#pending = {}
    try {
      await this.#transport.saveLayout(sent)
      if (this.#sent === sent) this.#sent = {}
    } catch {
      // A later one has all of this, and what was moved again since.
      if (this.#sent !== sent || this.#isDisposed) return
      this.#pending = { ...sent, ...this.#pending }
      if (!this.#cancel) this.#flushAfter(retryMs)
    }
  }
}
