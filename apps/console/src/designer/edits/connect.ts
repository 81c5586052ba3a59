import { type ApiRecord, type Definition, kindOf, type RecordId } from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import { answerWith } from './stand-in.ts'

/** Whether an edge may be drawn, and if not, why: said while the pointer is still down. */
export function connectionProblem(definition: Definition, source: RecordId, target: RecordId): string | null {
  const from = definition.get(source)
  const to = definition.get(target)
  if (!from || !to || source === target) return 'Drop it on another node.'
  if (fieldFor(from, to) !== null) return null
  const allowed = Object.keys(kindOf(from.kind).connects).filter(
    (kind) => kind !== 'resource' && kind !== 'method',
  )
  return allowed.length === 0
    ? `A ${from.kind} leads nowhere else.`
    : `A ${from.kind} connects to ${allowed
        .map((kind) => `an ${kind}`)
        .join(' or ')
        .replaceAll('an v', 'a v')}.`
}

/** Draws the edge: writes the one field that says it. */
export function connect(transaction: EditorTransaction, source: RecordId, target: RecordId): void {
  const from = transaction.get(source)
  const to = transaction.get(target)
  const field = from && to ? fieldFor(from, to) : null
  if (!from || !to || field === null) return
  if (from.kind === 'method' && field === 'integration') answerWith(transaction, from.id, to.id)
  else transaction.put({ ...from, [field]: to.id } as ApiRecord)
}

/** The field of the source that points at a record of the target's kind. Tree edges are drawn by adding, not by hand. */
function fieldFor(from: ApiRecord, to: ApiRecord): string | null {
  if (to.kind === 'resource' || to.kind === 'method') return null
  return kindOf(from.kind).connects[to.kind] ?? null
}
