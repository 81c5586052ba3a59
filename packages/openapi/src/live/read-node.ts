import {
  COLLECTION_STYLE,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml'
import {
  type Entry,
  type MapNode,
  type ScalarNode,
  type SequenceNode,
  type TextNode,
  UnsupportedText,
} from './text-tree.ts'

export type Syntax = 'yaml' | 'json'

/** The value of a member, read if it has only been found so far. */
export function readEntry(text: string, entry: Entry, syntax: Syntax): TextNode {
  const { value } = entry
  if (value.kind !== 'unread') return value
  const source = text.slice(value.from, value.to)
  const root = syntax === 'json' ? readNode(`{${source}}`, value.from - 1) : readNode(source, value.from)
  const [found, ...others] = root.kind === 'map' ? root.entries : []
  if (!found || others.length > 0 || found.value.kind === 'unread')
    throw new UnsupportedText('Not one member.')
  return found.value
}

/** The values of a text with the places where they stand, counted from `offset`. JSON is read as the YAML that it is. */
export function readNode(source: string, offset = 0): TextNode {
  const events = parseEvents(source, { maxDepth: 400 })
  let at = 1

  const readAny = (empty: number): TextNode => {
    const event = events[at++]
    if (
      !event ||
      event.type === EVENT_ID.ALIAS ||
      event.type === EVENT_ID.POP ||
      event.type === EVENT_ID.DOCUMENT
    )
      throw new UnsupportedText('An alias, or nothing at all.')
    if (event.anchorStart >= 0 || event.tagStart >= 0) throw new UnsupportedText('An anchor or a tag.')
    if (event.type === EVENT_ID.MAPPING) return readMap(event.start, event.style === COLLECTION_STYLE.FLOW)
    if (event.type === EVENT_ID.SEQUENCE)
      return readSequence(event.start, event.style === COLLECTION_STYLE.FLOW)
    return readScalar(event, empty)
  }
  const readMap = (start: number, flow: boolean): MapNode => {
    const entries: Entry[] = []
    let end = start + 1
    while (events[at]?.type !== EVENT_ID.POP) {
      const event = events[at++]
      if (
        event?.type !== EVENT_ID.SCALAR ||
        event.valueStart < 0 ||
        event.anchorStart >= 0 ||
        event.tagStart >= 0
      )
        throw new UnsupportedText('A key that is no plain text.')
      const key = readScalar(event, 0)
      const colon = source.indexOf(':', key.end - offset)
      const value = readAny(colon + 1)
      entries.push({
        key: getScalarValue(source, event),
        keyStart: key.start,
        valueStart: colon + 1 + offset,
        value,
      })
      end = value.end - offset
    }
    at++
    if (flow) end = closing(source, end, '}')
    return { kind: 'map', flow, start: start + offset, end: end + offset, entries }
  }
  const readSequence = (start: number, flow: boolean): SequenceNode => {
    const items: TextNode[] = []
    let end = start + 1
    while (events[at]?.type !== EVENT_ID.POP) {
      const event = events[at]
      // Where an empty item stands is told by nothing.
      if (event?.type === EVENT_ID.SCALAR && event.valueStart < 0) throw new UnsupportedText('A lone dash.')
      const item = readAny(0)
      items.push(item)
      end = item.end - offset
    }
    at++
    if (flow) end = closing(source, end, ']')
    return { kind: 'sequence', flow, start: start + offset, end: end + offset, items }
  }
  const readScalar = (event: ScalarEvent, empty: number): ScalarNode => {
    const { valueStart, valueEnd } = event
    if (valueStart < 0) return { kind: 'scalar', start: empty + offset, end: empty + offset, quote: '' }
    const { DOUBLE_QUOTED, PLAIN, SINGLE_QUOTED } = SCALAR_STYLE
    if (event.style === DOUBLE_QUOTED || event.style === SINGLE_QUOTED) {
      const quote = event.style === DOUBLE_QUOTED ? '"' : "'"
      return { kind: 'scalar', start: valueStart - 1 + offset, end: valueEnd + 1 + offset, quote }
    }
    if (event.style === PLAIN)
      return { kind: 'scalar', start: valueStart + offset, end: valueEnd + offset, quote: '' }
    const header = source.lastIndexOf('\n', valueStart - 2) + 1
    const mark = header + source.slice(header, valueStart).search(/[|>][-+0-9]*[ \t]*(#.*)?\r?\n$/)
    return { kind: 'scalar', start: mark + offset, end: contentEnd(source, event) + offset, quote: '' }
  }
  return readAny(0)
}

/** Lines that are blank at the end of a block belong to it only where it says that it keeps them. */
function contentEnd(source: string, { valueStart, valueEnd }: ScalarEvent): number {
  let end = valueEnd
  while (end > valueStart && /\s/.test(source[end - 1]!)) end--
  return end
}

/** Behind the bracket that closes a collection whose last value ends at `from`. */
function closing(source: string, from: number, bracket: string): number {
  let at = from
  while (at < source.length && source[at] !== bracket) {
    if (source[at] === '#') while (at < source.length && source[at] !== '\n') at++
    else at++
  }
  return at + 1
}
