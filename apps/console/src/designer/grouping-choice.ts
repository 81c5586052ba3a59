import type { Grouping } from './tags.ts'

/** Remembered per person and API, in this browser. */
const key = (user: string, slug: string) => `penstock.grouping ${user} ${slug}`

/** How a person grouped the operations of an API last. */
export function groupingChoice(user: string, slug: string): Grouping {
  return localStorage.getItem(key(user, slug)) === 'tag' ? 'tag' : 'path'
}

export function rememberGrouping(user: string, slug: string, grouping: Grouping): void {
  if (grouping === 'path') localStorage.removeItem(key(user, slug))
  else localStorage.setItem(key(user, slug), grouping)
}
