import type { Json, JsonObject } from '@penstock/model'
import { isObject, own, put } from '../json.ts'
import { bringTo, type LiveText, readText } from './live-text.ts'
import { UnsupportedText } from './text-tree.ts'
import { memberLines } from './write-value.ts'

/** The lines of a member as they were kept, made to say what it says now; undefined where they can't be read. */
export function bringPart(lines: string, key: string, value: Json): string | undefined {
  const read = readPart(lines, key)
  if (!read) return undefined
  const { text } = bringTo(read, only(key, value)).after
  return text.endsWith('\n') ? text : `${text}\n`
}

/** A value with its members in the order in which kept lines say them. */
export function likePart(lines: string, key: string, value: Json): Json {
  const read = readPart(lines, key)
  return read ? like(value, own(read.value, key)) : value
}

/** The lines of a member that nobody wrote yet. */
export function freshPart(key: string, value: Json): string | undefined {
  try {
    return memberLines(key, value, 0, { syntax: 'yaml', indent: 2 })
  } catch (error) {
    if (error instanceof UnsupportedText) return undefined
    throw error
  }
}

/** A key with its colon, as nobody wrote it yet. */
export function headOf(key: string): string | undefined {
  return freshPart(key, null)?.replace(/ null\n$/, '')
}

/** The lines above the members of a section, if they are that. */
export function headPart(lines: string, key: string): string | undefined {
  const said = lines.split('\n').filter((line) => !/^\s*(#.*)?$/.test(line))
  const head = headOf(key)
  const isHead = said.length === 1 && head !== undefined && said[0]!.startsWith(head)
  if (!isHead || !/^\s*(#.*)?$/.test(said[0]!.slice(head.length))) return undefined
  return lines.endsWith('\n') ? lines : `${lines}\n`
}

/** One member, under this key: what it says may have been renamed since. */
export function readPart(lines: string, key: string): LiveText | undefined {
  const read = readText(lines)
  if (!('text' in read) || read.syntax !== 'yaml') return undefined
  const keys = Object.keys(read.value)
  if (keys.length !== 1) return undefined
  if (keys[0] === key) return read
  const [entry] = read.root?.entries ?? []
  const head = headOf(key)
  if (!entry || head === undefined) return undefined
  const renamed = readText(lines.slice(0, entry.keyStart) + head + lines.slice(entry.valueStart))
  return 'text' in renamed && Object.hasOwn(renamed.value, key) ? renamed : undefined
}

function only(key: string, value: Json): JsonObject {
  const out: JsonObject = {}
  put(out, key, value)
  return out
}

function like(value: Json, said: Json | undefined): Json {
  if (Array.isArray(value))
    return value.map((item, at) => like(item, Array.isArray(said) ? said[at] : undefined))
  if (!isObject(value) || !isObject(said)) return value
  const out: JsonObject = {}
  const keys = [...Object.keys(said).filter((key) => Object.hasOwn(value, key)), ...Object.keys(value)]
  for (const key of new Set(keys)) put(out, key, like(own(value, key)!, own(said, key)))
  return out
}
