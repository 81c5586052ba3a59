import type { ApiRecord, Definition, RecordKind, RecordOf } from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'

export interface FieldOption {
  readonly value: string
  readonly label: string
  readonly description?: string
}

/** A field that is worth setting on many records of a kind at once, as data: its value is text in every control. */
export interface CommonField<K extends RecordKind> {
  readonly label: string
  /** `flag`: `true` or empty. */
  readonly control: 'text' | 'number' | 'flag' | 'choice'
  readonly isMono?: boolean
  readonly rows?: number
  readonly options?: (definition: Definition) => readonly FieldOption[]
  /** Whether records as this one have it; absent where all do. */
  readonly isOf?: (record: RecordOf<K>) => boolean
  /** Why a value can't be taken, or null. */
  readonly problemOf?: (value: string) => string | null
  readonly value: (record: RecordOf<K>, definition: Definition) => string
  readonly write: (transaction: EditorTransaction, record: RecordOf<K>, value: string) => void
}

/** The same with its type parameter forgotten. */
export interface AnyCommonField {
  readonly label: string
  readonly control: 'text' | 'number' | 'flag' | 'choice'
  readonly isMono?: boolean
  readonly rows?: number
  readonly options?: (definition: Definition) => readonly FieldOption[]
  isOf?(record: ApiRecord): boolean
  readonly problemOf?: (value: string) => string | null
  value(record: ApiRecord, definition: Definition): string
  write(transaction: EditorTransaction, record: ApiRecord, value: string): void
}

type Looks = Pick<AnyCommonField, 'isMono' | 'rows' | 'options' | 'problemOf'>

/** A text that stands in a member of the record; empty takes it out. */
export function textMember<K extends RecordKind>(
  member: keyof RecordOf<K> & string,
  label: string,
  looks: Looks & { isOf?: (record: RecordOf<K>) => boolean; control?: 'text' | 'choice' } = {},
): CommonField<K> {
  return {
    control: 'text',
    ...looks,
    label,
    value: (record) => String(record[member] ?? ''),
    write: (transaction, record, value) => transaction.put(withMember(record, member, value || undefined)),
  }
}

/** Yes or no. */
export function flagMember<K extends RecordKind>(
  member: keyof RecordOf<K> & string,
  label: string,
  isAlwaysSaid = false,
): CommonField<K> {
  return {
    control: 'flag',
    label,
    value: (record) => (record[member] ? 'true' : ''),
    write: (transaction, record, value) =>
      transaction.put(withMember(record, member, value === 'true' || (isAlwaysSaid ? false : undefined))),
  }
}

/** A whole number above zero; empty takes it out. */
export function numberMember<K extends RecordKind>(
  member: keyof RecordOf<K> & string,
  label: string,
  isOf?: (record: RecordOf<K>) => boolean,
): CommonField<K> {
  return {
    control: 'number',
    label,
    ...(isOf ? { isOf } : {}),
    problemOf: (value) => (/^([1-9]\d*)?$/.test(value) ? null : 'A whole number above zero.'),
    value: (record) => String(record[member] ?? ''),
    write: (transaction, record, value) =>
      transaction.put(withMember(record, member, value === '' ? undefined : Number(value))),
  }
}

function withMember<K extends RecordKind>(record: RecordOf<K>, member: string, value: unknown): ApiRecord {
  const { [member]: _, ...rest } = record as unknown as Record<string, unknown>
  return (value === undefined ? rest : { ...record, [member]: value }) as unknown as ApiRecord
}
