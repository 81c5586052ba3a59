import { unansweredOperations } from '@penstock/bundle/build'
import type { Definition, RecordId } from '@penstock/model'

/** Operations that do not run for one and the same reason. */
export interface UnansweredGroup {
  readonly reason: string
  /** How many they are, also where not all are named. */
  count: number
  /** The first of them. */
  readonly operations: { readonly record: RecordId; readonly name: string }[]
}

/** Beyond these many of one reason nobody goes on reading. */
const mostNamed = 100

/** The operations of a draft that callers get an error from as it is, by what hinders them, the most frequent first. */
export function unansweredGroups(definition: Definition): UnansweredGroup[] {
  const groups = new Map<string, UnansweredGroup>()
  for (const { record, name, reason } of unansweredOperations(definition)) {
    let group = groups.get(reason)
    if (!group) groups.set(reason, (group = { reason, count: 0, operations: [] }))
    group.count++
    if (group.operations.length < mostNamed) group.operations.push({ record, name })
  }
  return [...groups.values()].sort((a, b) => b.count - a.count)
}
