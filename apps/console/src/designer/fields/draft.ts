/** What was typed into a field and is not taken yet. */
export interface Draft {
  readonly text: string
  /** What the field held when somebody began to type. */
  readonly from: string
}

/** The draft once this is typed into a field that holds `value`. */
export function typedInto(draft: Draft | null, value: string, text: string): Draft {
  return { text, from: draft?.from ?? value }
}

/** Why leaving the field does not take a draft: what it began from became something else. Null if nothing did. */
export function overtaken({ text, from }: Draft, value: string, takenBy = 'Enter'): string | null {
  if (value === from || value === text) return null
  const now =
    value === '' ? 'was emptied' : `became “${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`
  return `Meanwhile it ${now}. ${takenBy} takes what is typed here, Escape leaves it so.`
}
