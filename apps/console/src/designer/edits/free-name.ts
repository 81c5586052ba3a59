import type { Definition, RecordKind } from '@penstock/model'
import { uniqueName } from './unique-name.ts'

/** The wish, or the first number behind it, that no record of the kind is named. */
export function freeName(definition: Definition, kind: RecordKind, wish: string, separator: string): string {
  const taken = new Set<string>()
  for (const record of definition.values())
    if (record.kind === kind && 'name' in record && typeof record.name === 'string') taken.add(record.name)
  return uniqueName(taken, wish, separator)
}
