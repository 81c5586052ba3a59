import type { Json } from '@penstock/model'
import { isObject, sameJson } from '../json.ts'

export type ItemStep =
  | { readonly kind: 'keep'; readonly from: number; readonly to: number }
  | { readonly kind: 'remove'; readonly from: number }
  | { readonly kind: 'add'; readonly to: number }

/** How one list becomes another: items that stay (perhaps changed), that go and that come, in the order of the lists. */
export function alignItems(before: readonly Json[], after: readonly Json[]): ItemStep[] {
  let head = 0
  while (head < before.length && head < after.length && sameJson(before[head], after[head])) head++
  let tail = 0
  const most = Math.min(before.length, after.length) - head
  while (tail < most && sameJson(before.at(-1 - tail), after.at(-1 - tail))) tail++
  const steps: ItemStep[] = []
  for (let at = 0; at < head; at++) steps.push({ kind: 'keep', from: at, to: at })
  steps.push(...alignMiddle(before, after, head, before.length - tail, after.length - tail))
  for (let at = tail; at > 0; at--)
    steps.push({ kind: 'keep', from: before.length - at, to: after.length - at })
  return steps
}

/** Between what is the same at both ends: items of one name, in order; then those in the same place. */
function alignMiddle(
  before: readonly Json[],
  after: readonly Json[],
  start: number,
  beforeEnd: number,
  afterEnd: number,
): ItemStep[] {
  const steps: ItemStep[] = []
  const named = new Map<string, number>()
  for (let to = start; to < afterEnd; to++) named.set(nameOf(after[to]!), to)
  let to = start
  const isByPlace = beforeEnd - start === afterEnd - start
  for (let from = start; from < beforeEnd; from++) {
    const match = isByPlace ? from : named.get(nameOf(before[from]!))
    if (match === undefined || match < to) {
      steps.push({ kind: 'remove', from })
      continue
    }
    while (to < match) steps.push({ kind: 'add', to: to++ })
    steps.push({ kind: 'keep', from, to: to++ })
  }
  while (to < afterEnd) steps.push({ kind: 'add', to: to++ })
  return steps
}

/** What makes an item the one that it is: a parameter by its name and place, a tag by its name, else all of it. */
function nameOf(item: Json): string {
  if (!isObject(item)) return JSON.stringify(item)
  const { name, in: place, $ref: reference, url } = item
  const said = reference ?? name ?? url
  return said === undefined ? JSON.stringify(item) : JSON.stringify([said, place ?? null])
}
