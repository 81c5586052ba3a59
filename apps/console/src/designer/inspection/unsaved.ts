import type { Autosave, SaveState } from '../../editor/index.ts'
import { conflictText } from '../conflict/conflict-text.ts'

/**
 * Saves what was just typed, since the server answers with the draft as it is saved; says what it could not save, or
 * null. What somebody types while the question is on its way is not part of it, and not worth a word.
 */
export async function saveFirst(autosave: Pick<Autosave, 'flush' | 'state'>): Promise<string | null> {
  await autosave.flush()
  return unsaved(autosave.state)
}

function unsaved(state: SaveState): string | null {
  if (state.status === 'conflict') return `${conflictText(state.conflicts)}.`
  return state.status === 'failed' || state.status === 'retrying' ? state.reason : null
}
