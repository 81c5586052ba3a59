import { type ApiRecord, type Definition, kindOf } from '@penstock/model'

/** Why a record that is named once in its kind can't have this name, or null. */
export function nameProblem(definition: Definition, record: ApiRecord, name: string): string | null {
  if (name.trim() === '') return 'A name is needed.'
  const kind = kindOf(record.kind)
  for (const other of definition.values())
    if (other.kind === record.kind && other.id !== record.id && kind.label(other as never) === name)
      return 'There is one with this name.'
  return null
}
