import type { RecordId } from '@penstock/model'
import { type Clock, systemClock } from './clock.ts'
import type { Editor } from './editor.ts'
import type { Position } from './positions.ts'
import type { DraftTransport } from './transport.ts'

/**
 * Saves where nodes stand. Not part of the definition and nothing to deploy, so the last writer wins, and a failed
 * save is sent again with the next one.
 */
export function saveLayout(
  editor: Editor,
  transport: DraftTransport,
  options: { clock?: Clock; debounceMs?: number } = {},
): () => void {
  const clock = options.clock ?? systemClock
  let pending: Record<RecordId, Position | null> = {}
  let cancel: (() => void) | null = null
  const flush = async () => {
    cancel = null
    const sent = pending
    pending = {}
    try {
      await transport.saveLayout(sent)
    } catch {
      pending = { ...sent, ...pending }
      cancel ??= clock.after(5_000, () => void flush())
    }
  }
  const stop = editor.onPositions((diff) => {
    for (const [id, [, to]] of Object.entries(diff)) pending[id] = to
    cancel?.()
    cancel = clock.after(options.debounceMs ?? 600, () => void flush())
  })
  return () => {
    stop()
    cancel?.()
  }
}
