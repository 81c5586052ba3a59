import type { Change, ToldChange } from '../types.ts'

/** The same edit of many records, shown once. */
export interface Fold<C extends ToldChange = Change> {
  readonly key: string
  /** "Remove query parameter since from 12 operations". */
  readonly title: string
  readonly changes: readonly C[]
}

/** Fewer are read as quickly one by one. */
const leastFolded = 3
const routes = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|ANY) \/\S*/g
const models = /\bmodel \S+/g

/**
 * Changes in their order, those that are alike but for the record folded at the place of the first: the same checks said
 * the same of each. What came or went is told one by one: each is another thing.
 */
export function foldChanges<C extends ToldChange>(changes: readonly C[]): (C | Fold<C>)[] {
  const groups = byShape(changes)
  const told = new Set<string>()
  return changes.flatMap((change): (C | Fold<C>)[] => {
    const shape = shapeOf(change)
    const group = shape === undefined ? undefined : groups.get(shape)
    if (shape === undefined || !group || group.length < leastFolded) return [change]
    if (told.has(shape)) return []
    told.add(shape)
    return [{ key: shape, title: titleOf(group), changes: group }]
  })
}

export function isFold<C extends ToldChange>(entry: C | Fold<C>): entry is Fold<C> {
  return 'changes' in entry
}

function byShape<C extends ToldChange>(changes: readonly C[]): ReadonlyMap<string, C[]> {
  const groups = new Map<string, C[]>()
  for (const change of changes) {
    const shape = shapeOf(change)
    if (shape === undefined) continue
    const group = groups.get(shape)
    if (group) group.push(change)
    else groups.set(shape, [change])
  }
  return groups
}

/** What a change is but for the record that it is of; undefined for one that can't be told so. */
function shapeOf({ action, kind, verdict, title, findings, acknowledged }: ToldChange): string | undefined {
  if (action !== 'changed' || placeholders(title) !== 1) return undefined
  const said = findings.map(({ check, message, verdict: level }) => [check, level, withoutNames(message)])
  return JSON.stringify([kind, verdict, withoutNames(title), said, acknowledged?.reason])
}

function titleOf(group: readonly ToldChange[]): string {
  const { title } = group[0]!
  return title
    .replace(routes, `${group.length.toLocaleString('en')} operations`)
    .replace(models, `${group.length.toLocaleString('en')} models`)
}

function withoutNames(text: string): string {
  return text.replace(routes, '…').replace(models, '…')
}

function placeholders(title: string): number {
  return [...title.matchAll(routes), ...title.matchAll(models)].length
}
