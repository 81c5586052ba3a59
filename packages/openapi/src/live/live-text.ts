import type { Diagnostic, Json, JsonObject } from '@penstock/model'
import { load } from 'js-yaml'
import { isObject, own, put, sameJson } from '../json.ts'
import { jsonProblem, type SyntaxProblem, yamlProblem } from '../read/syntax-problem.ts'
import { yamlSchema } from '../read/yaml-schema.ts'
import { renderDocument } from '../render-document.ts'
import { editText } from './edit-text.ts'
import { readNode, type Syntax } from './read-node.ts'
import { retype } from './retype.ts'
import { scanJson } from './scan-json.ts'
import { scanYaml } from './scan-yaml.ts'
import {
  applyEdits,
  type Entry,
  joinEdits,
  lineStart,
  type MapNode,
  type TextEdit,
  type UnreadNode,
  UnsupportedText,
} from './text-tree.ts'

/** A document as a text, what it says, and where. Values that an edit does not touch stay the same objects. */
export interface LiveText {
  readonly text: string
  readonly syntax: Syntax
  /** Null for a text that has anchors: what it says is known, where it says it is not. */
  readonly root: MapNode | null
  readonly value: JsonObject
}

/** The text of a document that nobody has written yet. */
export function writeText(value: JsonObject, syntax: Syntax): LiveText {
  const text = renderDocument(value, syntax)
  return { text, syntax, root: scan(text, syntax), value }
}

/** What a text says, or where it can't be read. */
export function readText(text: string): LiveText | Diagnostic {
  return read(text, /^\ufeff?\s*\{/.test(text) ? 'json' : 'yaml', () => undefined)
}

/** The text after edits of a person. */
export function typeInto(before: LiveText, edits: readonly TextEdit[]): LiveText | Diagnostic {
  const joined = joinEdits(edits)
  const [first, last] = [joined[0], joined.at(-1)]
  if (!first || !last) return before
  const text = applyEdits(before.text, joined)
  const { start } = first
  const { end } = last
  const grown = text.length - before.text.length
  const typed = retype(before, text, { start, end, text: text.slice(start, end + grown) })
  if (typed) {
    const value = readMember(text, typed.entry, before.syntax)
    if (value !== undefined)
      return { text, syntax: before.syntax, root: typed.root, value: typed.withValue(value) }
  }
  if (!before.root) return readText(text)
  const known = new Map<number, [to: number, value: Json]>()
  collect(before.root, before.value, known)
  return read(text, before.syntax, ({ from, to }) => {
    const shift = to <= start ? 0 : from >= end + grown ? grown : undefined
    const found = shift === undefined ? undefined : known.get(from - shift)
    return found && found[0] === to - shift! ? found[1] : undefined
  })
}

/** What a member says that was edited by itself; undefined where more must be looked at to tell. */
function readMember(text: string, entry: Entry, syntax: Syntax): Json | undefined {
  try {
    return readValue(text, entry, entry.value as UnreadNode, syntax)
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** The smallest edits of the text that make it say `after`, and the text then. */
export function bringTo(
  before: LiveText,
  after: JsonObject,
): { readonly edits: readonly TextEdit[]; readonly after: LiveText } {
  if (sameJson(before.value, after)) return { edits: [], after: before }
  for (const coarse of [false, true]) {
    const edits = tryEdits(before, after, coarse)
    if (!edits) continue
    const now = typeInto(before, edits)
    if ('text' in now && sameJson(now.value, after)) return { edits, after: { ...now, value: after } }
  }
  const written = writeText(after, before.syntax)
  return { edits: [{ start: 0, end: before.text.length, text: written.text }], after: written }
}

function tryEdits({ text, root, value, syntax }: LiveText, after: JsonObject, coarse: boolean) {
  if (!root) return undefined
  try {
    return editText(text, root, value, after, { syntax, indent: indentOf(text, root), coarse })
  } catch (error) {
    if (error instanceof UnsupportedText) return undefined
    throw error
  }
}

/** How far members of members stand in, told by the first section. */
function indentOf(text: string, root: MapNode): number {
  for (const { value } of root.entries) {
    const [first] = value.kind === 'map' ? value.entries : []
    if (!first) continue
    const column = first.keyStart - lineStart(text, first.keyStart)
    if (column > 0) return root.flow ? Math.max(1, Math.round(column / 2)) : column
  }
  return 2
}

function scan(text: string, syntax: Syntax): MapNode | null {
  return syntax === 'json' ? scanJson(text) : scanYaml(text)
}

type Known = (unread: UnreadNode) => Json | undefined

class Unreadable extends Error {
  readonly diagnostic: Diagnostic

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message)
    this.diagnostic = diagnostic
  }
}

function read(text: string, syntax: Syntax, known: Known): LiveText | Diagnostic {
  try {
    const root = scan(text, syntax)
    const value = root && readMap(text, root, syntax, known)
    if (root && value) return { text, syntax, root, value }
    return readWhole(text, syntax)
  } catch (error) {
    if (error instanceof Unreadable) return error.diagnostic
    throw error
  }
}

/** The values of the members; undefined where one refers to an anchor of another. */
function readMap(text: string, node: MapNode, syntax: Syntax, known: Known): JsonObject | undefined {
  const out: JsonObject = {}
  for (const entry of node.entries) {
    if (Object.hasOwn(out, entry.key)) throw new Unreadable(duplicate(text, entry))
    const { value } = entry
    let read: Json | undefined
    if (value.kind === 'map') read = readMap(text, value, syntax, known)
    else if (value.kind === 'unread') read = known(value) ?? readValue(text, entry, value, syntax)
    if (read === undefined) return undefined
    put(out, entry.key, read)
  }
  return out
}

function readValue(text: string, entry: Entry, { from, to }: UnreadNode, syntax: Syntax): Json | undefined {
  try {
    if (syntax === 'json') return JSON.parse(text.slice(entry.valueStart, to)) as Json
    const read = load(text.slice(from, to), { schema: yamlSchema, maxDepth: 400, maxTotalMergeKeys: 200_000 })
    return isObject(read) && Object.keys(read).length === 1 ? own(read, Object.keys(read)[0]!) : undefined
  } catch (thrown) {
    if (syntax === 'json')
      throw new Unreadable(
        shifted(jsonProblem(text.slice(entry.valueStart, to), thrown), text, entry.valueStart),
      )
    const problem = yamlProblem(thrown)
    if (problem.message.includes('alias')) return undefined
    throw new Unreadable(shifted(problem, text, from))
  }
}

function readWhole(text: string, syntax: Syntax): LiveText | Diagnostic {
  let value: unknown
  try {
    value = syntax === 'json' ? JSON.parse(text) : load(text, { schema: yamlSchema, maxDepth: 400 })
  } catch (thrown) {
    return shifted(syntax === 'json' ? jsonProblem(text, thrown) : yamlProblem(thrown), text, 0)
  }
  if (!isObject(value)) {
    return {
      code: 'document-not-object',
      severity: 'error',
      message: 'A description is an object with "openapi" or "swagger" at its root.',
      location: { line: 1, column: 1 },
    }
  }
  return { text, syntax, root: wholeRoot(text), value }
}

function wholeRoot(text: string): MapNode | null {
  try {
    const node = readNode(text)
    return node.kind === 'map' ? node : null
  } catch (error) {
    if (error instanceof UnsupportedText) return null
    throw error
  }
}

function shifted({ message, line = 1, column = 1 }: SyntaxProblem, text: string, offset: number): Diagnostic {
  const above = lineAndColumn(text, offset)
  return {
    code: 'syntax',
    severity: 'error',
    message,
    location: {
      line: above.line + line - 1,
      column: line === 1 ? above.column + column - 1 : column,
    },
  }
}

function duplicate(text: string, { key, keyStart }: Entry): Diagnostic {
  return {
    code: 'duplicate-key',
    severity: 'error',
    message: `"${key}" is there twice.`,
    location: lineAndColumn(text, keyStart),
  }
}

/** Both from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return { line, column: offset - lineStart(text, offset) + 1 }
}

function collect(node: MapNode, value: JsonObject, known: Map<number, [number, Json]>): void {
  for (const entry of node.entries) {
    const said = own(value, entry.key)
    if (said === undefined) continue
    if (entry.value.kind === 'unread') known.set(entry.value.from, [entry.value.to, said])
    else if (entry.value.kind === 'map' && isObject(said)) collect(entry.value, said, known)
  }
}
