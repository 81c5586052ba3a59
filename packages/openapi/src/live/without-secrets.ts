import { type Json, type JsonObject, kindOf, type RecordKind } from '@penstock/model'
import { isObject, own, put, sameJson } from '../json.ts'
import { penstockRoot } from '../penstock-words.ts'
import { bringPart } from './bring-part.ts'
import { bringTo, type LiveText, readText, writeText } from './live-text.ts'
import { type Piece, valueAt } from './pieces.ts'

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
