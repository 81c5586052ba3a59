import type { ChangeView, DeployRequestComment } from '@penstock/server'
import { commentsIn, threadsOf } from './threads.ts'

type Comment = Pick<DeployRequestComment, 'id' | 'change' | 'record' | 'replyTo' | 'isDeleted' | 'resolvedAt'>

/** Record → ids of the comments in threads about it; those about a change are about the record that was edited. */
export function commentsOfRecords(
  comments: readonly Comment[],
  changes: readonly Pick<ChangeView, 'id' | 'record'>[],
): Map<string, readonly string[]> {
  const recordOf = new Map(changes.map(({ id, record }) => [id, record]))
  const said = new Map<string, readonly string[]>()
  for (const thread of threadsOf(comments)) {
    const { change, record } = thread.first
    const on = record ?? (change === null ? undefined : recordOf.get(change))
    if (on !== undefined) said.set(on, [...(said.get(on) ?? []), ...commentsIn(thread)])
  }
  return said
}
