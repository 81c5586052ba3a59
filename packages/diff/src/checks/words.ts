import type { Json } from '@penstock/model'
import type { Direction, Effect } from '../delta.ts'
import type { Verdict } from '../types.ts'

/** `owner.login in the request body`, or only the latter. */
export function place({ at, where }: { at: string; where: string }): string {
  return at === '' ? where : `"${at}" in ${where}`
}

/** The same for headings, with what it belongs to: a shared record speaks for itself. */
export function heading(delta: { at: string; where: string; shared: boolean; subject: string }): string {
  if (!delta.shared) return `${place(delta)} of ${delta.subject}`
  return delta.at === '' ? delta.subject : `"${delta.at}" of ${delta.subject}`
}

/** JSON as a person would write it in a sentence, cut where it gets long. */
export function show(value: Json | undefined): string {
  if (value === undefined) return 'none'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

export function list(items: readonly string[], most = 5): string {
  return items.length <= most
    ? items.join(', ')
    : `${items.slice(0, most).join(', ')} and ${items.length - most} more`
}

/** Where callers send, less being allowed breaks them; where they receive, more being possible may surprise them. */
export function verdictOf(direction: Direction, effect: Effect, surprise: Verdict): Verdict {
  if (direction === 'request') return effect === 'widened' ? 'safe' : 'breaking'
  return effect === 'narrowed' ? 'safe' : surprise
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
