import { type Definition, type Json, type JsonObject, type RecordId, recordsOf } from '@penstock/model'
import { isObject } from '../json.ts'
import { tokensOf } from '../pointer.ts'
import { renderDocument } from '../render-document.ts'
import { freshOf, keptPartMax, keptWholeMax } from './keep-changes.ts'
import {
  canBeKept,
  endPlace,
  type KeptPart,
  keptOf,
  keysInOrder,
  noneKept,
  orderPlace,
  sizeOf,
} from './kept-part.ts'
import { composeText, placeParts } from './compose-text.ts'
import { readText } from './live-text.ts'
import { type Piece, piecesOf, tailOf, valueAt } from './pieces.ts'
import { placeOf } from './record-places.ts'
import type { Syntax } from './read-node.ts'
import { scanYaml } from './scan-yaml.ts'
import { isSection, type MapNode } from './text-tree.ts'
import { linesWithoutSecrets, saysOurs, textWithoutSecrets } from './without-secrets.ts'
import { writeLive } from './write-live.ts'

/** What is kept of a text that was imported. */
export interface KeptText {
  readonly syntax: Syntax
  readonly parts: readonly KeptPart[]
  /** How many members have comments or anchors that are not kept: they are too long, can't be read alone or tell secrets. */
  readonly left: number
}

/** All that is kept of one API has at most so many characters. */
export const keptMax = 4 * 1024 * 1024

/** Of longer texts only members with comments or anchors are kept, and of what has no comments nothing. */
const smallLength = 1024 * 1024

/** What a text says beyond the definition that was made of it, as far as its members are found without reading it. */
export function keepText(source: string, definition: Definition): KeptText {
  const json = readJson(source)
  const syntax = json ? 'json' : 'yaml'
  try {
    return keepRead(source, json, definition)
  } catch {
    // Comments are worth less than the description that they stand in: its import goes on, and says that they are lost.
    return { syntax, parts: [], left: 1 }
  }
}

function keepRead(source: string, json: JsonObject | undefined, definition: Definition): KeptText {
  const syntax = json ? 'json' : 'yaml'
  const isSmall = source.length <= smallLength
  if (json && !isSmall) return { syntax, parts: [], left: 0 }
  const text = (json ? renderDocument(json, 'yaml') : source).replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  if (!isSmall && !hasTrivia(text)) return { syntax, parts: [], left: 0 }
  const written = writeLive(definition)
  const root = scanYaml(text)
  const isOfFormat = root?.entries.some(
    ({ key }) => key in written && (key === 'openapi' || key === 'swagger'),
  )
  if (root && !isOfFormat) return { syntax, parts: [], left: 0 }
  const pieces = root && piecesOf(text, root)
  if (!pieces || [...pieces.values()].some(isTorn)) return { syntax, ...keepWhole(text, written) }
  const records = recordsByPlace(definition)
  const parts: KeptPart[] = []
  for (const [place, piece] of pieces) {
    const kept = keptLines(piece, written, isSmall)
    if (kept !== undefined) parts.push({ place, text: kept, record: records.get(place) ?? null })
  }
  const end = text.slice(tailOf(text, root))
  if (end.trim() !== '' && end.length <= keptPartMax) parts.push({ place: endPlace, text: end, record: null })
  const orders = ordersOf(root, written, []).filter(canBeKept)
  let room = keptMax - orders.reduce((sum, part) => sum + sizeOf(part), 0)
  const fitting = parts.filter((part) => canBeKept(part) && (room -= sizeOf(part)) >= 0)
  const tooLong = [...pieces.values()].filter(
    ({ text: lines }) => lines.length > keptPartMax && hasTrivia(lines),
  )
  return { syntax, parts: [...fitting, ...orders], left: tooLong.length + parts.length - fitting.length }
}

/** A document as YAML in the words that were kept of the draft that it was made of. */
export function renderKept(document: JsonObject, parts: readonly KeptPart[], definition: Definition): string {
  const { kept } = placeParts(keptOf(parts), document, definition)
  return composeText(document, kept).text
}

function keptLines(piece: Piece, written: JsonObject, isSmall: boolean): string | undefined {
  const value = valueAt(written, piece.path)
  if (value === undefined || piece.text.length > keptPartMax) return undefined
  if (!isSmall && !hasTrivia(piece.text)) return undefined
  const text = saysOurs(piece) ? linesWithoutSecrets(piece, written) : piece.text
  return text === freshOf(piece, written) ? undefined : text
}

/** A text that does not come apart. */
function keepWhole(text: string, written: JsonObject): Pick<KeptText, 'parts' | 'left'> {
  const read = text.length <= keptWholeMax ? readText(text) : undefined
  const kept =
    read && 'text' in read && read.syntax === 'yaml' ? textWithoutSecrets(read, written) : undefined
  const part = { place: '', text: kept ?? '', record: null }
  if (kept !== undefined && canBeKept(part)) return { parts: [part], left: 0 }
  return { parts: [], left: hasTrivia(text) ? 1 : 0 }
}

/** Undefined for what is YAML: it may begin with a brace, too. */
function readJson(source: string): JsonObject | undefined {
  const text = source.replace(/^\ufeff/, '')
  if (!/^\s*\{/.test(text)) return undefined
  try {
    const read = JSON.parse(text) as Json
    return isObject(read) ? read : undefined
  } catch {
    return undefined
  }
}

/** Comments or anchors, or what looks like them. */
function hasTrivia(text: string): boolean {
  return /(^|\s)#|(:|-)\s+[&*][\w-]/m.test(text)
}

/** Whether a member refers to an anchor of another. */
function isTorn({ text }: Piece): boolean {
  for (const [, name] of text.matchAll(/(?:[:-]|\[|,)\s+\*([\w-]+)\s*(?:$|[,\]}#])/gm))
    if (!new RegExp(`&${name}(?![\\w-])`).test(text)) return true
  return false
}

function ordersOf({ entries }: MapNode, written: JsonObject, path: readonly string[]): KeptPart[] {
  const own = Object.keys(written)
  const keys = entries.map(({ key }) => key)
  const parts: KeptPart[] = []
  const text = JSON.stringify(keys)
  const kept = keptOf([{ place: orderPlace(path), text, record: null }])
  const isAsWritten = keysInOrder(own, noneKept, path).join('\n') === keysInOrder(own, kept, path).join('\n')
  if (!isAsWritten && text.length <= keptPartMax) parts.push({ place: orderPlace(path), text, record: null })
  for (const { key, value } of entries) {
    const below = [...path, key]
    const said = written[key]
    if (isSection(below) && value.kind === 'map' && isObject(said))
      parts.push(...ordersOf(value, said, below))
  }
  return parts
}

function recordsByPlace(definition: Definition): ReadonlyMap<string, RecordId> {
  const found = new Map<string, RecordId>()
  for (const kind of ['resource', 'model', 'component', 'authorizer', 'validator'] as const)
    for (const { id } of recordsOf(definition, kind)) {
      const place = placeOf(definition, id)
      if (place !== undefined && tokensOf(place).length > 1) found.set(place, id)
    }
  return found
}
