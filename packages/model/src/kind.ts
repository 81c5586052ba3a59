import type { z } from 'zod'
import type { Diagnostic } from './diagnostic.ts'
import type { Definition, RecordKind, RecordOf } from './records.ts'

/** What a record says of another one. `path` is where in the record the id stands. */
export interface Reference {
  readonly path: readonly string[]
  readonly id: string
  readonly kind: RecordKind
}

/** What a record is looked at in. The api is handed over: a check that sought it would read everything for each record. */
export interface Surroundings {
  readonly definition: Definition
  readonly api: RecordOf<'api'> | undefined
}

/**
 * What every kind of record answers about itself. Shared code asks these and never branches on a kind; a new kind is
 * one file in this folder and one line in `kinds/index.ts`.
 */
export interface KindDefinition<K extends RecordKind, S extends z.ZodObject> {
  readonly kind: K
  /** First letters of the ids of this kind, e.g. `met_`. */
  readonly idPrefix: string
  readonly schema: S
  /** Values that mean the same as the field being absent; canonicalisation removes them (SPEC C2). */
  readonly defaults: Readonly<Record<string, unknown>>
  /** Fields whose values are shown to nobody who only compares, and that no export carries. */
  readonly secrets?: readonly string[]
  /** Every record this one points at (SPEC R1). */
  references(record: z.infer<S>): Reference[]
  /** A short name for people, without the kind. */
  label(record: z.infer<S>): string
  /** What no second record of this kind may share (SPEC R6); absent where any number may be alike. */
  unique?(record: z.infer<S>): string
  /** What of a record by itself keeps it from working; absent where its schema says all there is to say. */
  check?(record: z.infer<S>, surroundings: Surroundings): Diagnostic[]
  /** Kinds that an edge may be drawn to from this one, and the field that such an edge writes. */
  readonly connects: Readonly<Partial<Record<RecordKind, string>>>
}

export function defineKind<K extends RecordKind, S extends z.ZodObject>(
  definition: KindDefinition<K, S>,
): KindDefinition<K, S> {
  return definition
}

export function reference(
  kind: RecordKind,
  path: readonly string[],
  id: string | null | undefined,
): Reference[] {
  return id === undefined || id === null ? [] : [{ kind, path, id }]
}
