import type { Method } from '@penstock/model'

/** How operations are grouped: by the resources that they hang on, or by their first tag. */
export type Grouping = 'path' | 'tag'

const prefix = 'tag:'

/** The tag that an operation is grouped by: its first; empty without one. */
export function tagOf({ tags }: Method): string {
  return tags?.[0] ?? ''
}

/** The id of the group of a tag in outline and canvas. No record has such an id. */
export function groupOfTag(tag: string): string {
  return prefix + tag
}

/** The tag that a group stands for; null if it is none. */
export function tagOfGroup(id: string): string | null {
  return id.startsWith(prefix) ? id.slice(prefix.length) : null
}

/** What a group is called where it is read. */
export function tagTitle(tag: string): string {
  return tag === '' ? 'Untagged' : tag
}
