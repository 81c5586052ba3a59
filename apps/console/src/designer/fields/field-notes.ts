import { type ApiRecord, canonicalJson, type Json } from '@penstock/model'
import type { TheirChange } from '../../editor/index.ts'

type Path = readonly (string | number)[]

/** A part of a record before and after. */
export interface PartChange {
  readonly path: Path
  readonly was: Json | undefined
  readonly now: Json | undefined
}

/** What is said beside a field that somebody else changed. */
export interface FieldNote {
  /** Who that was, where it is told. */
  readonly by: string | null
  readonly at: number
  /** What became of which part of the field, where that is told in a few words. */
  readonly detail: string | null
}

/** Fields that somebody else and I changed, each to something else; theirs is saved, mine waits for a decision. */
export interface Contest {
  readonly theirs: ApiRecord
  /** The fields of the record. */
  readonly fields: readonly string[]
  readonly by: string | null
  readonly at: number | null
}

interface TheirPart extends PartChange {
  readonly by: string | null
  readonly at: number
}

/**
 * What others changed in the record whose form is open, field by field, until somebody looks. A field is known by its
 * path (`responses.404`); of those that hold what was changed the innermost says so. Knows nothing of React.
 */
export class FieldNotes {
  #record: ApiRecord
  #parts: readonly TheirPart[] = []
  #notes: ReadonlyMap<string, FieldNote> = new Map()
  #contest: Contest | null = null
  #contested: ReadonlySet<string> = new Set()
  readonly #fields = new Map<string, number>()
  readonly #listeners = new Set<() => void>()

  constructor(record: ApiRecord) {
    this.#record = record
  }

  /** A field of the form is there, until the answer is called. Its path may be several with blanks between. */
  add(field: string): () => void {
    this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1)
    this.#tell()
    return () => {
      const left = (this.#fields.get(field) ?? 1) - 1
      if (left > 0) this.#fields.set(field, left)
      else this.#fields.delete(field)
      this.#tell()
    }
  }

  /** Somebody else changed the record. */
  take({ from, to, by }: TheirChange, at: number): void {
    this.#record = to
    const changed = partChanges(from, to)
    const isAbout = (path: Path) => (part: PartChange) => keyOf(part.path) === keyOf(path)
    const taken = changed.map((part): TheirPart => {
      // Who types on is told once, with what was there before.
      const earlier = this.#parts.find(isAbout(part.path))
      return { ...part, was: earlier ? earlier.was : part.was, by: by ?? null, at }
    })
    const others = this.#parts.filter(({ path }) => !changed.some(isAbout(path)))
    this.#parts = [...others, ...taken.filter(({ was, now }) => !same(was, now))]
    this.#tell()
  }

  /** The record is this now, by whomever: of what became something else again nothing is said. */
  hold(record: ApiRecord): void {
    if (record === this.#record) return
    this.#record = record
    const left = this.#parts.filter(({ path, now }) => same(valueAt(record, path), now))
    if (left.length === this.#parts.length && !this.#contest) return
    this.#parts = left
    this.#tell()
  }

  /** Somebody else changed the same fields as I; null: nothing waits for a decision (any more). */
  contest(contest: Contest | null): void {
    this.#contest = contest
    this.#tell()
  }

  /** What waits for a decision at a field; null if nothing does. */
  contestAt(field: string): Contest | null {
    return this.#contested.has(field) ? this.#contest : null
  }

  /** Somebody looks at a field: what was said of it is known. */
  see(field: string): void {
    const left = this.#parts.filter(({ path }) => ownerOf(path, this.#fields.keys()) !== field)
    if (left.length === this.#parts.length) return
    this.#parts = left
    this.#tell()
  }

  noteOf(field: string): FieldNote | null {
    return this.#notes.get(field) ?? null
  }

  /** Everything that is said now, in one sentence for those who hear it; empty if nothing is. */
  readonly summary = (): string => {
    const names = [...new Set(this.#parts.map(({ by }) => by ?? 'Somebody else'))]
    const fields = [...new Set(this.#parts.map(({ path }) => wordsOf(path[0]!)))]
    return fields.length === 0 ? '' : `${names.join(' and ')} changed ${fields.join(', ')}`
  }

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    const isQuiet = this.#parts.length === 0 && this.#notes.size === 0
    if (isQuiet && !this.#contest && this.#contested.size === 0) return
    const byField = new Map<string, TheirPart[]>()
    for (const part of this.#parts) {
      const owner = ownerOf(part.path, this.#fields.keys())
      if (owner !== null) byField.set(owner, [...(byField.get(owner) ?? []), part])
    }
    this.#notes = new Map([...byField].map(([field, parts]) => [field, noteFrom(field, parts)]))
    this.#contested = this.#contest
      ? contestedFields(this.#record, this.#contest, [...this.#fields.keys()])
      : new Set()
    for (const listener of this.#listeners) listener()
  }
}

/** The field that shows a part of a record: the one with the longest of the paths that lead there; null if none does. */
export function ownerOf(path: Path, fields: Iterable<string>): string | null {
  let owner: string | null = null
  let longest = 0
  for (const field of fields) {
    const length = Math.max(0, ...field.split(' ').map((each) => lengthWithin(each, path)))
    if (length > longest) [owner, longest] = [field, length]
  }
  return owner
}

/** The fields of a form that show what two people changed to something else. */
function contestedFields(
  mine: ApiRecord,
  { theirs, fields }: Contest,
  shown: readonly string[],
): ReadonlySet<string> {
  const parts = partChanges(mine, theirs).filter(({ path }) => fields.includes(String(path[0])))
  return new Set(parts.flatMap(({ path }) => ownerOf(path, shown) ?? []))
}

/** The smallest parts in which two records differ. Of a list that became longer or shorter it is the list. */
export function partChanges(from: ApiRecord, to: ApiRecord): PartChange[] {
  const found: PartChange[] = []
  compare(from as unknown as Json, to as unknown as Json, [], found)
  return found
}

/** What of a value is said in a line; null where it is too long, or has parts. */
function shortly(value: Json | undefined): string | null {
  if (value === undefined || value === '') return 'not set'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  const items = Array.isArray(value) ? value : [value]
  if (items.some(isParted)) return null
  const text = items.map(String).join(', ')
  return text.length > 60 ? null : `“${text}”`
}

function noteFrom(field: string, parts: readonly TheirPart[]): FieldNote {
  const { by, at } = parts.at(-1)!
  return { by, at, detail: parts.length === 1 ? detailOf(field, parts[0]!) : null }
}

function detailOf(field: string, { path, was, now }: PartChange): string | null {
  const own = Math.max(...field.split(' ').map((each) => lengthWithin(each, path)))
  const part = path.slice(own).join(' › ')
  if (part !== '' && was === undefined) return `${part} is new`
  if (part !== '' && now === undefined) return `${part} was removed`
  if (part === '' && was === undefined && isMap(now)) return 'it is new'
  const before = shortly(was)
  return before && `${part === '' ? 'it' : part} was ${before}`
}

/** How much of the way to a part a field goes; 0 where it leads elsewhere. */
function lengthWithin(field: string, path: Path): number {
  // A name may have dots itself: what is compared is how the path is written.
  for (let length = path.length; length > 0; length--)
    if (path.slice(0, length).join('.') === field) return length
  return 0
}

function compare(from: Json | undefined, to: Json | undefined, path: Path, found: PartChange[]): void {
  if (same(from, to)) return
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length && from.every(isParted))
    for (const [at, item] of from.entries()) compare(item, to[at], [...path, at], found)
  else if (isMap(from) && isMap(to))
    for (const key of new Set([...Object.keys(from), ...Object.keys(to)]))
      compare(from[key], to[key], [...path, key], found)
  else found.push({ path, was: from, now: to })
}

function valueAt(record: ApiRecord, path: Path): Json | undefined {
  let value: unknown = record
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key]
  return value as Json | undefined
}

function isParted(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null
}

function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return isParted(value) && !Array.isArray(value)
}

function same(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b))
}

function keyOf(path: Path): string {
  return path.join('\n')
}

/** `requestBody` as it is said. */
function wordsOf(key: string | number): string {
  return String(key).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
