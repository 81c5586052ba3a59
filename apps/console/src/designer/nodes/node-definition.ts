import {
  type ApiRecord,
  type Definition,
  nameKey,
  type RecordId,
  type RecordKind,
  type RecordOf,
  refsOf,
} from '@penstock/model'
import type { LucideIcon } from 'lucide-react'
import type { EditorTransaction } from '../../editor/index.ts'
import type { SkeletonNode } from '../../layout/index.ts'
import type { AnyCommonField, CommonField } from './common-field.ts'
import type { AnyNodeCopies, NodeCopies } from './node-copies.ts'
import type { MethodPlace, RoutePlace, UsedStep } from '../steps/flow-step.ts'

/** What a kind of record answers about itself on the canvas and in the outline. Shared code asks, and never branches. */
export interface NodeDefinition<K extends RecordKind> {
  readonly kind: K
  /** "method", as in "Delete method". */
  readonly noun: string
  readonly glyph: LucideIcon
  /** How the layout sees it; null for records that are not drawn. */
  skeleton(record: RecordOf<K>): Omit<SkeletonNode, 'id'> | null
  /** How the layout sees it beside the open flow of a method that uses it; absent where `skeleton` says it always. */
  inFlow?(record: RecordOf<K>): Omit<SkeletonNode, 'id'>
  /** The first line of its card. */
  title(record: RecordOf<K>, definition: Definition): string
  /** The second line. */
  detail(record: RecordOf<K>, definition: Definition): string
  /** The verb on its badge. */
  method?(record: RecordOf<K>): string
  /** Palette items that can be put on it, in the order in which "add" offers them. */
  readonly takes: readonly string[]
  /** The palette item that makes one of its kind; absent where people make none by themselves. */
  readonly madeBy?: string
  /** How one is made that stands beside the canvas, in a step of its own: with a free name, used by nothing yet. */
  readonly creation?: NodeCreation
  /** Whether another record refers to it by its name; absent where only ids do. */
  namedBy?(record: RecordOf<K>): (other: ApiRecord) => boolean
  /** What becomes of those that use it once it is deleted, as a sentence; absent where they lead nowhere. */
  deletionLeaves?(record: RecordOf<K>): string
  /** The steps of its flow that it uses, as its card marks them. */
  uses?(record: RecordOf<K>, definition: Definition): readonly UsedStep[]
  /** What adding it chose without being asked, in words; null if it chose nothing. */
  choseFor?(record: RecordOf<K>, definition: Definition): string | null
  /** Why an edge can't be drawn from it to another, where their kinds allow it; null if it can. */
  refuses?(record: RecordOf<K>, to: ApiRecord): string | null
  /** What can be set on many of them at once; absent where nothing can. */
  readonly commonFields?: readonly CommonField<K>[]
  /** How copies of it find their place; absent where none are made. */
  readonly copies?: NodeCopies<K>
  /** What F2 edits: its name. */
  readonly rename: NodeRename<K> | null
}

export interface NodeCreation {
  readonly description: string
  /** Answers the record to select. */
  add(transaction: EditorTransaction): RecordId
  /** How a method takes it that it is put on; absent where it belongs to the API alone. */
  attach?(transaction: EditorTransaction, added: RecordId, place: MethodPlace): void
  /** How a WebSocket route takes it; absent where none does. */
  attachToRoute?(transaction: EditorTransaction, added: RecordId, place: RoutePlace): void
  /** Only the methods of an API have a use for it. */
  readonly isForMethods?: true
  /** The steps that it can be in the flow of a method. */
  readonly steps?: readonly string[]
}

export interface NodeRename<K extends RecordKind> {
  /** The field, as the inspector labels it. */
  readonly label: string
  readonly isMono?: boolean
  value(record: RecordOf<K>): string
  /** Renames it; `record` is as the transaction has it. */
  apply(transaction: EditorTransaction, record: RecordOf<K>, value: string): void
  /** Whether this one has a name to change; absent where all have. */
  isOf?(record: RecordOf<K>): boolean
  /** Why a record can't have this name, or null. */
  problemOf?(definition: Definition, record: RecordOf<K>, value: string): string | null
  /** What taking the text will do besides renaming, or null. */
  effectOf?(value: string): string | null
}

/** A definition with its type parameter forgotten, for code that walks records of every kind. */
export interface AnyNodeDefinition {
  readonly kind: RecordKind
  readonly noun: string
  readonly glyph: LucideIcon
  skeleton(record: ApiRecord): Omit<SkeletonNode, 'id'> | null
  inFlow?(record: ApiRecord): Omit<SkeletonNode, 'id'>
  title(record: ApiRecord, definition: Definition): string
  detail(record: ApiRecord, definition: Definition): string
  method?(record: ApiRecord): string
  readonly takes: readonly string[]
  readonly madeBy?: string
  readonly creation?: NodeCreation
  namedBy?(record: ApiRecord): (other: ApiRecord) => boolean
  deletionLeaves?(record: ApiRecord): string
  uses?(record: ApiRecord, definition: Definition): readonly UsedStep[]
  choseFor?(record: ApiRecord, definition: Definition): string | null
  refuses?(record: ApiRecord, to: ApiRecord): string | null
  readonly commonFields?: readonly AnyCommonField[]
  readonly copies?: AnyNodeCopies
  readonly rename: {
    readonly label: string
    readonly isMono?: boolean
    value(record: ApiRecord): string
    apply(transaction: EditorTransaction, record: ApiRecord, value: string): void
    isOf?(record: ApiRecord): boolean
    problemOf?(definition: Definition, record: ApiRecord, value: string): string | null
    effectOf?(value: string): string | null
  } | null
}

export function defineNode<K extends RecordKind>(definition: NodeDefinition<K>): NodeDefinition<K> {
  return definition
}

/** Whether another refers to this one by `$ref`. */
export function namedByRef(record: ApiRecord): (other: ApiRecord) => boolean {
  const key = nameKey(record)
  return (other) => key !== undefined && refsOf(other).includes(key)
}

/** Renames a record that has a `name`. */
export function renameByName<K extends RecordKind>(
  problemOf?: NonNullable<NodeRename<K>['problemOf']>,
): NodeRename<K> {
  return {
    label: 'Name',
    ...(problemOf ? { problemOf } : {}),
    value: (record) => ('name' in record && typeof record.name === 'string' ? record.name : ''),
    apply: (transaction, record, value) => transaction.put({ ...record, name: value } as ApiRecord),
  }
}

/** How a shared target looks to the layout. */
export function targetSkeleton(order: string, rank: number, links: readonly (RecordId | undefined)[]) {
  return {
    role: 'target',
    parent: null,
    order,
    rank,
    links: links.filter((link) => link !== undefined),
    width: 200,
    height: 52,
  } as const
}
