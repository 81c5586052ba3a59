/** A replacement of one stretch of a text; offsets count UTF-16 units of the text before any edit. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** One value of a text: where it stands and how it is written. `end` is where its last character is over. */
export type TextNode = MapNode | SequenceNode | ScalarNode

interface NodeBase {
  readonly start: number
  readonly end: number
}

export interface MapNode extends NodeBase {
  readonly kind: 'map'
  /** In braces; otherwise one member a line. */
  readonly flow: boolean
  readonly entries: readonly Entry[]
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence'
  readonly flow: boolean
  readonly items: readonly TextNode[]
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar'
  readonly quote: '"' | "'" | ''
}

/** A member of a map. Its value may not have been read yet: only where it stands is known then. */
export interface Entry {
  readonly key: string
  readonly keyStart: number
  /** Behind the colon. */
  readonly valueStart: number
  readonly value: TextNode | UnreadNode
}

/** The text of a member, from the beginning of its line up to the next member of the same map or of one above. */
export interface UnreadNode {
  readonly kind: 'unread'
  readonly from: number
  readonly to: number
}

/** What a text writes in a way that only writing it anew can change: anchors, keys that are no texts, lone dashes. */
export class UnsupportedText extends Error {}

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** Where the next line begins, or where the text ends. */
export function nextLine(text: string, offset: number): number {
  const at = text.indexOf('\n', offset)
  return at < 0 ? text.length : at + 1
}

/** The members whose own members are found without reading the whole text: what there are thousands of. */
export function isSection(path: readonly string[]): boolean {
  const [first] = path
  if (path.length === 1) return first !== undefined && sections.has(first)
  return path.length === 2 && (first === 'components' || (first === 'x-penstock' && path[1] === 'records'))
}

const sections = new Set([
  'paths',
  'components',
  'definitions',
  'parameters',
  'responses',
  'securityDefinitions',
  'x-penstock',
])

/** The edits in order, those that touch each other as one. */
export function joinEdits(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const joined: TextEdit[] = []
  for (const edit of sorted) {
    const last = joined.at(-1)
    if (last && edit.start < last.end) throw new UnsupportedText('Edits overlap.')
    if (last && edit.start === last.end) {
      joined[joined.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text }
    } else joined.push(edit)
  }
  return joined
}

/** The text after edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let out = ''
  let at = 0
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at)
}
