import { type ApiRecord, type Definition, kindOf, type RecordId } from '@penstock/model'
import { type EditorTransaction, partOf, recordOfPart } from '../../editor/index.ts'
import { nodeOf } from '../nodes/definitions.ts'
import { isStepOffered } from '../steps/flow-step.ts'
import { placeOf } from '../steps/flow-place.ts'
import { flowSteps } from '../steps/steps.ts'
import { withoutReferences } from './references.ts'
import { answerWith } from './stand-in.ts'

/** Whether an edge may be drawn, and if not, why: said while the pointer is still down. Sources may be steps. */
export function connectionProblem(definition: Definition, source: string, target: string): string | null {
  const from = definition.get(recordOfPart(source))
  const to = definition.get(target)
  if (!from || source === target) return 'Drop it on another node.'
  if (!to) return 'A step takes no edge. The + on an edge inserts one.'
  const kinds = kindsFrom(from, source)
  if (kinds.includes(to.kind)) return nodeOf(from.kind).refuses?.(from, to) ?? null
  const step = flowSteps.find(({ id }) => id === partOf(source))
  const what = step ? step.noun.toLowerCase() : nodeOf(from.kind).noun
  if (kinds.length === 0)
    return step || nodeOf(from.kind).takes.length === 0
      ? `${withArticle(what)} leads nowhere else.`
      : `${withArticle(what)} leads to what is added to it. Drop it on the empty canvas to choose.`
  const nouns = kinds.map((kind) => withArticle(nodeOf(kind).noun).toLowerCase())
  const list = [nouns.slice(0, -1).join(', '), nouns.at(-1)].filter(Boolean).join(' or ')
  return `${withArticle(what)} connects to ${list}, not to ${withArticle(nodeOf(to.kind).noun).toLowerCase()}.`
}

/** Kinds of records that an edge may be drawn to from a record or a step of it. */
export function kindsFrom(from: ApiRecord, source: string): readonly ApiRecord['kind'][] {
  const part = partOf(source)
  if (part !== null) {
    const kind = flowSteps.find(({ id }) => id === part)?.connects?.kind
    return kind === undefined ? [] : [kind]
  }
  // Edges of the tree are drawn by adding, not by hand.
  const kinds = Object.keys(kindOf(from.kind).connects) as ApiRecord['kind'][]
  return kinds.filter((kind) => kind !== 'resource' && kind !== 'method')
}

/** Whether the edge is there already. */
export function isConnected(definition: Definition, source: string, target: ApiRecord): boolean {
  const from = definition.get(recordOfPart(source))
  if (!from) return false
  const part = partOf(source)
  const field = kindOf(from.kind).connects[target.kind]
  if (
    part === null &&
    field !== undefined &&
    (from as unknown as Record<string, unknown>)[field] === target.id
  )
    return true
  const place = placeOf(definition, from.id)
  return (
    place !== null &&
    flowSteps.some(
      (step) => (part ?? step.id) === step.id && step.isUsed(place) && step.links(place).includes(target.id),
    )
  )
}

/** Draws the edge: writes what says it. */
export function connect(transaction: EditorTransaction, source: string, target: RecordId): void {
  const from = transaction.get(recordOfPart(source))
  const to = transaction.get(target)
  if (!from || !to || !kindsFrom(from, source).includes(to.kind)) return
  const place = placeOf(transaction.all(), from.id)
  const part = partOf(source)
  const step = place
    ? flowSteps.find(
        (each) =>
          each.connects?.kind === to.kind &&
          (part === null ? each.isUsed(place) || isStepOffered(each, place) : each.id === part),
      )
    : undefined
  const field = kindOf(from.kind).connects[to.kind]
  if (place && step) step.connects?.apply(transaction, place, to)
  else if (field === 'integration') answerWith(transaction, from.id, to.id)
  else if (field !== undefined) transaction.put({ ...from, [field]: to.id } as ApiRecord)
}

/** Takes an edge away: what says it is cleared, or the step goes that it leads out of. Says whether that could be done. */
export function disconnect(transaction: EditorTransaction, source: string, target: RecordId): boolean {
  const from = transaction.get(recordOfPart(source))
  const to = transaction.get(target)
  if (!from || !to || !kindsFrom(from, source).includes(to.kind)) return false
  const place = placeOf(transaction.all(), from.id)
  const step = flowSteps.find(({ id }) => id === partOf(source))
  if (place && step) {
    if (step.keptBecause(place) !== null) return false
    if (step.connects?.release) step.connects.release(transaction, place, to)
    else step.remove(transaction, place)
  } else if (kindOf(from.kind).connects[to.kind] === 'integration')
    answerWith(transaction, from.id, undefined)
  else transaction.put(withoutReferences(from, new Set([target])))
  return true
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'An' : 'A'} ${noun}`
}
