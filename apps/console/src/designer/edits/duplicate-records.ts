import type { RecordId } from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import { clipOf } from '../clipboard/clip.ts'
import { type Pasted, pasteRecords } from '../clipboard/paste-records.ts'

/** Copies records with what belongs to them, beside the originals and under names that are free. */
export function duplicateRecords(transaction: EditorTransaction, ids: readonly RecordId[]): Pasted {
  const clip = clipOf(transaction.all(), ids)
  return clip ? pasteRecords(transaction, clip, 'beside') : { roots: [], refusals: [], withoutSecrets: [] }
}
