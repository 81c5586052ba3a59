import type { BundleParameter } from '@penstock/bundle'
import { headerValues } from '../headers.ts'
import { ownMembers } from '../own-members.ts'
import type { RequestContext } from '../request-context.ts'
import { decodeQuery, nestedValue, type QueryPair, queryPairs } from './query-tree.ts'
import type { Shape } from './shape.ts'
import { decodeText, listOf, membersOf, scalarOf } from './text-values.ts'

/** Where the texts of a request's parameters are; each place is read once, when it is first asked for. */
export class ParameterTexts {
  readonly context: RequestContext
  #pairs: QueryPair[] | null = null
  #cookies: QueryPair[] | null = null
  #path: Record<string, string> | null = null

  constructor(context: RequestContext) {
    this.context = context
  }

  get pairs(): QueryPair[] {
    this.#pairs ??= queryPairs(this.context.query, Number.POSITIVE_INFINITY) ?? []
    return this.#pairs
  }

  path(name: string): string | undefined {
    this.#path ??= this.context.pathParameters
    return Object.hasOwn(this.#path, name) ? this.#path[name] : undefined
  }

  /** Lines of one name are one value, as RFC 9110 §5.3 says. */
  header(name: string): string | undefined {
    const values = headerValues(this.context.request.headers, name.toLowerCase())
    return values.length === 0 ? undefined : values.join(',')
  }

  /** Lines of Cookie are one, joined by `; ` (RFC 6265 §5.4, RFC 9113 §8.2.3). */
  get cookies(): QueryPair[] {
    this.#cookies ??= headerValues(this.context.request.headers, 'cookie')
      .join('; ')
      .split(';')
      .flatMap((part) => {
        const cut = part.indexOf('=')
        return cut > 0 ? [{ name: part.slice(0, cut).trim(), raw: part.slice(cut + 1).trim() }] : []
      })
    return this.#cookies
  }
}

/** The separators of styles that write a list into one text, as they are on the wire: encoded ones are data (RFC 6570). */
const separators: Readonly<Record<string, RegExp>> = {
  spaceDelimited: /%20|\+/,
  pipeDelimited: /\||%7C/i,
}

/**
 * The value of a parameter, read as OpenAPI's styles write it and typed as its schema asks; undefined when the request has
 * none. `declared` are the names of all parameters in the same place: no others are members of an object that is written
 * in pieces. Throws SyntaxError where the text should be JSON and is not.
 */
export function parameterValue(
  parameter: BundleParameter,
  texts: ParameterTexts,
  shape: Shape,
  declared: ReadonlySet<string>,
): unknown {
  const { name, style } = parameter
  switch (parameter.in) {
    case 'path':
      return ofOne(texts.path(name), parameter, shape, decodeText)
    case 'header':
      return ofOne(texts.header(name), parameter, shape, (text) => text.trim())
    case 'cookie':
      return ofPairs(parameter, texts.cookies, shape, decodeText, declared)
    case 'query':
      if (style === 'deepObject') return nestedValue(name, texts.pairs, shape)
      return ofPairs(parameter, texts.pairs, shape, decodeQuery, declared)
  }
}

function ofPairs(
  parameter: BundleParameter,
  pairs: readonly QueryPair[],
  shape: Shape,
  decode: (text: string) => string,
  declared: ReadonlySet<string>,
): unknown {
  const { name } = parameter
  const raws = pairs.filter((pair) => pair.name === name).map(({ raw }) => raw)
  if (raws.length > 0 || !explodes(parameter) || !shape.mayBeObject)
    return ofMany(raws, parameter, shape, decode)
  // An object in pieces: each of its members is a parameter of its own, and may be given more than once.
  const isMember = (each: string) =>
    shape.memberNames.has(each) || (shape.describesOthers && !declared.has(each))
  const members = new Map<string, string[]>()
  for (const pair of pairs) {
    if (!isMember(pair.name)) continue
    const texts = members.get(pair.name) ?? []
    texts.push(decode(pair.raw))
    members.set(pair.name, texts)
  }
  if (members.size === 0) return undefined
  const value = ownMembers<unknown>()
  for (const [each, given] of members) value[each] = gathered(given, shape.member(each))
  return value
}

function gathered(texts: readonly string[], shape: Shape): unknown {
  return texts.length > 1 || shape.mayBeList ? listOf(texts, shape) : scalarOf(texts[0] ?? '', shape)
}

function ofMany(
  raws: readonly string[],
  parameter: BundleParameter,
  shape: Shape,
  decode: (text: string) => string,
): unknown {
  if (raws.length > 1) return listOf(raws.map(decode), shape)
  const [raw] = raws
  if (raw !== undefined && explodes(parameter) && shape.mayBeList && parameter.json !== true)
    return [scalarOf(decode(raw), shape.items)]
  return ofOne(raw, parameter, shape, decode)
}

/** Everything is in one text. */
function ofOne(
  raw: string | undefined,
  parameter: BundleParameter,
  shape: Shape,
  decode: (text: string) => string,
): unknown {
  if (raw === undefined) return undefined
  if (parameter.json === true) return JSON.parse(decode(raw)) as unknown
  const [text, separator] = unwrapped(raw, parameter)
  const isWhole = !shape.mayBeList && !shape.mayBeObject
  if (isWhole) return scalarOf(decode(text), shape)
  const parts = text === '' ? [] : text.split(separator).map(decode)
  if (shape.mayBeList) return listOf(parts, shape)
  return membersOf(explodes(parameter) ? named(parts) : pairsOf(parts), shape)
}

/** What `label` and `matrix` put before a value, and what stands between the parts of one. */
function unwrapped(raw: string, parameter: BundleParameter): [string, string | RegExp] {
  const { style, name } = parameter
  if (style === 'label') return [raw.replace(/^\./, ''), explodes(parameter) ? '.' : ',']
  if (style !== 'matrix') return [raw, separators[style ?? ''] ?? ',']
  if (!explodes(parameter)) return [raw.replace(new RegExp(`^;${escaped(name)}=?`), ''), ',']
  return [raw.replace(/^;/, '').replaceAll(new RegExp(`(^|;)${escaped(name)}=`, 'g'), '$1'), ';']
}

function explodes({ explode, style, in: place }: BundleParameter): boolean {
  return explode ?? (style === undefined ? place === 'query' || place === 'cookie' : style === 'form')
}

function pairsOf(parts: readonly string[]): [string, string][] {
  const pairs: [string, string][] = []
  for (let i = 0; i < parts.length; i += 2) pairs.push([parts[i] ?? '', parts[i + 1] ?? ''])
  return pairs
}

function named(parts: readonly string[]): [string, string][] {
  return parts.map((part) => {
    const cut = part.indexOf('=')
    return cut < 0 ? [part, ''] : [part.slice(0, cut), part.slice(cut + 1)]
  })
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
