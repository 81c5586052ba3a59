import type { ChangeView, DeployRequestComment } from '@penstock/server'

type Comment = Pick<DeployRequestComment, 'id' | 'change' | 'record'>

/** Record → ids of the comments on it; one on a change is on the record that was edited. */
export function commentsOfRecords(
  comments: readonly Comment[],
  changes: readonly Pick<ChangeView, 'id' | 'record'>[],
): Map<string, readonly string[]> {
  const recordOf = new Map(changes.map(({ id, record }) => [id, record]))
  const said = new Map<string, readonly string[]>()
  for (const { id, change, record } of comments) {
    const on = record ?? (change === null ? undefined : recordOf.get(change))
    if (on !== undefined) said.set(on, [...(said.get(on) ?? []), id])
  }
  return said
}
