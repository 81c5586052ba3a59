import { ownMembers } from '../own-members.ts'
import type { Shape } from './shape.ts'
import { decodeText, listOf, scalarOf } from './text-values.ts'

/** One `name=value` of a query: the name decoded, the value as it came. */
export interface QueryPair {
  readonly name: string
  readonly raw: string
}

/** Null where there are more than `max`. */
export function queryPairs(query: string, max: number): QueryPair[] | null {
  const pairs: QueryPair[] = []
  for (let start = 0; start < query.length; ) {
    const and = query.indexOf('&', start)
    const end = and < 0 ? query.length : and
    if (end > start) {
      if (pairs.length === max) return null
      const pair = query.slice(start, end)
      const cut = pair.indexOf('=')
      const [name, raw] = cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)]
      pairs.push({ name: decodeQuery(name), raw })
    }
    start = end + 1
  }
  return pairs
}

/** In a query, `+` is a space. */
export function decodeQuery(text: string): string {
  return decodeText(text.replaceAll('+', ' '))
}

/** Brackets within brackets beyond this are text. */
const depthMax = 32

interface Node {
  readonly texts: string[]
  readonly members: Map<string, Node>
  /** Of `[]`: each is an item of its own. */
  readonly appended: Node[]
}

/**
 * Parameters in the style deepObject, to any depth: `filter[status]=open&filter[tags][]=a&filter[range][0]=1`. OpenAPI
 * describes one level; what is below follows what clients send. Undefined when none of the pairs belongs to the name.
 */
export function nestedValue(name: string, pairs: readonly QueryPair[], shape: Shape): unknown {
  const root = emptyNode()
  let isThere = false
  for (const pair of pairs) {
    if (!pair.name.startsWith(name)) continue
    const path = bracketPath(pair.name.slice(name.length))
    if (path === null) continue
    isThere = true
    let node = root
    for (const part of path) node = step(node, part)
    node.texts.push(decodeQuery(pair.raw))
  }
  return isThere ? valueOf(root, shape) : undefined
}

/** `[a][b][]` → `['a', 'b', '']`; null for what is no such path. */
function bracketPath(text: string): string[] | null {
  if (!/^(\[[^[\]]*\])*$/.test(text)) return null
  const parts = text === '' ? [] : text.slice(1, -1).split('][')
  return parts.length > depthMax ? null : parts
}

function step(node: Node, part: string): Node {
  if (part === '') {
    const next = emptyNode()
    node.appended.push(next)
    return next
  }
  let next = node.members.get(part)
  if (next === undefined) node.members.set(part, (next = emptyNode()))
  return next
}

function valueOf(node: Node, shape: Shape): unknown {
  const { texts, members, appended } = node
  if (members.size === 0 && appended.length === 0) {
    if (shape.mayBeList) return listOf(texts, shape)
    return texts.length === 1 ? scalarOf(texts[0] ?? '', shape) : texts
  }
  const isList = [...members.keys()].every((key) => /^\d{1,6}$/.test(key)) && !shape.mayBeObject
  if (isList) {
    const placed = [...members].sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item)
    return [...placed, ...appended].map((item) => valueOf(item, shape.items))
  }
  const value = ownMembers<unknown>()
  for (const [key, member] of members) value[key] = valueOf(member, shape.member(key))
  return value
}

function emptyNode(): Node {
  return { texts: [], members: new Map(), appended: [] }
}
