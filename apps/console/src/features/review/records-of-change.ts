import type { ChangeView } from '@penstock/server'

export type RecordOfChange = ChangeView['also'][number]

/** The record that was edited, then those that changed because of it. */
export function recordsOfChange({ record, kind, action, title, also }: ChangeView): RecordOfChange[] {
  return [{ record, kind, action, name: title }, ...also]
}

/** The one that the address asks for; the edited one where it asks for none of this change's. */
export function recordOfChange(
  change: ChangeView | undefined,
  asked: string | undefined,
): RecordOfChange | undefined {
  const records = change ? recordsOfChange(change) : []
  return records.find(({ record }) => record === asked) ?? records[0]
}
