import type { Api, ApiRecord, Definition, Integration, Method, RecordId, RecordKind } from '@penstock/model'
import type { LucideIcon } from 'lucide-react'
import type { EditorTransaction } from '../../editor/index.ts'

/** The method whose flow a step is looked at in, with what its parts are written in. */
export interface FlowPlace {
  readonly definition: Definition
  readonly api: Api | undefined
  readonly method: Method
  readonly integration: Integration | undefined
}

/** One way to insert a step: with a record that there is, or with a new one. */
export interface StepChoice {
  readonly id: string
  readonly label: string
  readonly detail: string
  insert(transaction: EditorTransaction): void
}

/**
 * A step of a method's flow. It is no record: it is a part of the method or of what answers it. A step declares all
 * that it is in a folder of its own; shared code asks, and never branches on steps.
 */
export interface FlowStep {
  readonly id: string
  /** "Authorizer": the first line of its card. */
  readonly noun: string
  /** What it does, for who chooses one. */
  readonly description: string
  readonly glyph: LucideIcon
  /** On the way to the integration, or on the way back to the caller. */
  readonly way: 'request' | 'response'
  /** It says what goes by and does nothing to it: where a flow is closed, its card has no mark for it. */
  readonly describes?: true
  isUsed(place: FlowPlace): boolean
  /** The second line of its card. */
  detail(place: FlowPlace): string
  /** Shared records that it leads to. */
  links(place: FlowPlace): readonly RecordId[]
  /** How it can be inserted; empty where the flow has no place for it. */
  choices(place: FlowPlace): readonly StepChoice[]
  /** Whether there are any, where that is said without a list of all. */
  isOffered?(place: FlowPlace): boolean
  /** Why it can't be removed here, or null. */
  keptBecause(place: FlowPlace): string | null
  remove(transaction: EditorTransaction, place: FlowPlace): void
  /** The record and the section of its form in which the step is edited. */
  editedIn(place: FlowPlace): { readonly record: RecordId; readonly section: string }
  /** The kind of record that an edge may be drawn to from it, and what that writes. */
  readonly connects?: {
    readonly kind: RecordKind
    apply(transaction: EditorTransaction, place: FlowPlace, target: ApiRecord): void
    /** Takes one of several edges away; absent where the step goes with its edge. */
    release?(transaction: EditorTransaction, place: FlowPlace, target: ApiRecord): void
  }
}
