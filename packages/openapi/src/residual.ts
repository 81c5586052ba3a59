import type { Json, JsonObject, Opaque } from '@penstock/model'
import { copy, isObject, own, put, sameJson } from './json.ts'
import { escapeToken, tokensOf } from './pointer.ts'

/** One place where what we would write differs from what the document said. */
export type Patch = Pick<Opaque, 'pointer' | 'value' | 'absent' | 'written'>

/** What must be put on top of `written` to get `source`, as few and as deep as possible. */
export function differences(source: Json, written: Json): Patch[] {
  const patches: Patch[] = []
  compare(source, written, '', patches)
  return patches
}

function compare(source: Json, written: Json, pointer: string, patches: Patch[]): void {
  if (source === written) return
  if (isObject(source) && isObject(written)) {
    for (const key of Object.keys(source)) {
      const below = `${pointer}/${escapeToken(key)}`
      const other = own(written, key)
      if (other === undefined) patches.push({ pointer: below, value: source[key]! })
      else compare(source[key]!, other, below, patches)
    }
    for (const key of Object.keys(written)) {
      if (Object.hasOwn(source, key)) continue
      patches.push({ pointer: `${pointer}/${escapeToken(key)}`, absent: true, written: written[key]! })
    }
  } else if (Array.isArray(source) && Array.isArray(written) && source.length === written.length) {
    source.forEach((item, index) => compare(item, written[index]!, `${pointer}/${index}`, patches))
  } else if (!sameJson(source, written)) patches.push({ pointer, value: source, written })
}

/**
 * The document with the patches on top. A patch applies only while its parent is there and its place still holds what
 * was written at import: what somebody removed or edited since stays removed or edited. The input is not touched.
 */
export function applyPatches(document: JsonObject, patches: Iterable<Patch>): JsonObject {
  const copies = new Set<Json>()
  let root = document
  for (const patch of patches) {
    const tokens = tokensOf(patch.pointer)
    if (tokens.length > 0 && holds(root, tokens, patch))
      root = patched(root, tokens, 0, patch, copies) as JsonObject
  }
  return root
}

function holds(root: Json, tokens: readonly string[], patch: Patch): boolean {
  let current: Json | undefined = root
  for (const token of tokens.slice(0, -1)) current = child(current, token)
  if (typeof current !== 'object' || current === null) return false
  return sameJson(child(current, tokens.at(-1)!), patch.written)
}

function child(value: Json | undefined, token: string): Json | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined
  return isObject(value) ? own(value, token) : undefined
}

/** Copies what lies on the way once per call; records share their values with the document. */
function patched(
  value: Json,
  tokens: readonly string[],
  depth: number,
  patch: Patch,
  copies: Set<Json>,
): Json {
  const token = tokens[depth]!
  const last = depth === tokens.length - 1
  if (Array.isArray(value)) {
    const out = copies.has(value) ? value : [...value]
    copies.add(out)
    out[Number(token)] = last ? patch.value! : patched(out[Number(token)]!, tokens, depth + 1, patch, copies)
    return out
  }
  const out = copies.has(value) ? (value as JsonObject) : copy(value as JsonObject)
  copies.add(out)
  if (!last) put(out, token, patched(own(out, token)!, tokens, depth + 1, patch, copies))
  else if (patch.absent) delete out[token]
  else put(out, token, patch.value!)
  return out
}
