import { type Json, type JsonObject, kindOf, kinds, type RecordKind } from '@penstock/model'
import { isObject, own, put, sameJson } from '../json.ts'
import { penstockRoot } from '../penstock-words.ts'
import { tokensOf } from '../pointer.ts'
import { bringPart, readPart } from './bring-part.ts'
import type { KeptPart } from './kept-part.ts'
import { bringTo, type LiveText, readText, writeText } from './live-text.ts'
import { type Piece, valueAt } from './pieces.ts'
import { isSection } from './text-tree.ts'

/** Whether a member says records of ours: what is said there may be a secret, and no reader may get to see it. */
export function saysOurs({ path, isHead }: Piece): boolean {
  return path[0] === penstockRoot && !isHead
}

/**
 * The lines of a member of ours as anybody may read them: they say what is written anew, which says no secrets.
 * Undefined where they can't be made to.
 */
export function linesWithoutSecrets(piece: Piece, written: JsonObject): string | undefined {
  const value = valueAt(written, piece.path)
  if (value === undefined) return undefined
  const cut = withoutBlocks(piece.text, secretsOf(value))
  return bringPart(cut, piece.key, value) ?? bringPart(piece.text, piece.key, value)
}

/** A whole text as anybody may read it; undefined where that would have to be written anew. */
export function textWithoutSecrets(text: LiveText, written: JsonObject): string | undefined {
  const [said, ours] = [own(text.value, penstockRoot), own(written, penstockRoot)]
  if (said === undefined || sameJson(said, ours)) return text.text
  const target: JsonObject = {}
  for (const [key, value] of Object.entries(text.value)) if (key !== penstockRoot) put(target, key, value)
  if (ours !== undefined) put(target, penstockRoot, ours)
  const secrets = isObject(ours) && isObject(ours['records']) ? Object.values(ours['records']) : []
  const cut = readText(withoutBlocks(text.text, [...new Set(secrets.flatMap(secretsOf))]))
  const { text: brought } = bringTo('text' in cut ? cut : text, target).after
  return brought === writeText(target, text.syntax).text ? undefined : brought
}

/**
 * A part that anybody may have written, as anybody may read it: without the secrets that its own lines say. Undefined
 * where they can't be taken out of it. Takes no longer than reading it, whatever it says.
 */
export function partWithoutSecrets<Part extends Pick<KeptPart, 'place' | 'text'>>(
  part: Part,
): Part | undefined {
  const { place, text } = part
  if (place === '') {
    const read = readText(text)
    return 'text' in read && !saysSecrets(own(read.value, penstockRoot), 1) ? part : undefined
  }
  const path = tokensOf(place)
  if (!place.startsWith('/') || path[0] !== penstockRoot) return part
  // Nobody keeps less than a member: below one it can't be told what its lines are of.
  if (path.length > 1 && !isSection(path.slice(0, -1))) return undefined
  const [key, depth] = [path.at(-1)!, path.length]
  const saidIn = (lines: string) => {
    const read = readPart(lines, key)
    return read && (own(read.value, key) ?? null)
  }
  const said = saidIn(text)
  if (said === undefined) return undefined
  if (!saysSecrets(said, depth)) return part
  const cut = withoutBlocks(text, secretFields)
  const rest = saidIn(cut)
  if (rest !== undefined && !saysSecrets(rest, depth)) return { ...part, text: cut }
  // Anchors may say more than anybody could write.
  const brought = /[&*][\w-]/.test(text) ? undefined : bringPart(text, key, withoutFields(said, depth))
  return brought === undefined ? undefined : { ...part, text: brought }
}

const secretFields: readonly string[] = [
  ...new Set(Object.values(kinds).flatMap(({ kind }) => kindOf(kind).secrets ?? [])),
]

/** Where records stand in a document: their list, they by their ids. */
const recordsDepth = 2

/** Whether what stands so far in says a record with something that may be a secret. */
function saysSecrets(said: Json | undefined, depth: number): boolean {
  if (!isObject(said)) return false
  if (depth < recordsDepth) return saysSecrets(own(said, 'records'), depth + 1)
  if (depth === recordsDepth) return Object.values(said).some((record) => saysSecrets(record, depth + 1))
  return secretFields.some((field) => own(said, field) !== undefined)
}

function withoutFields(said: Json, depth: number): Json {
  if (!isObject(said)) return said
  const out: JsonObject = {}
  for (const [key, value] of Object.entries(said)) {
    if (depth > recordsDepth && secretFields.includes(key)) continue
    const isBelow = depth === recordsDepth || (depth < recordsDepth && key === 'records')
    put(out, key, isBelow ? withoutFields(value, depth + 1) : value)
  }
  return out
}

function secretsOf(value: Json): readonly string[] {
  const kind = isObject(value) ? own(value, 'kind') : undefined
  return typeof kind === 'string' ? (kindOf(kind as RecordKind).secrets ?? []) : []
}

/** Comments between secrets go with them: they may be what was there before. */
function withoutBlocks(lines: string, keys: readonly string[]): string {
  let out = lines
  for (const key of keys)
    out = out.replace(new RegExp(`^( +)(["']?)${key}\\2[ ]*:.*\\n?(?:\\1 +.*(?:\\n|$)|[ ]*\\n)*`, 'gm'), '')
  return out
}
