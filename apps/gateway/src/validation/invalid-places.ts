import type { ErrorObject } from './schema-engine.ts'

/** One place of a request that is not what the description says: the members of RFC 9457's example, and which part it is in. */
export interface InvalidPlace {
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body'
  /** Name of the parameter; absent in the body. */
  readonly parameter?: string
  /** JSON Pointer into the value, as a URI fragment (RFC 6901 §6); absent where the parameter is missing. */
  readonly pointer?: string
  readonly detail: string
}

/** With the keyword that fails there. */
export interface Judged {
  readonly place: InvalidPlace
  readonly rule: string
}

/** A name that a caller made up is told up to this many characters. */
const pointerMax = 1_000

type Where = Pick<InvalidPlace, 'in' | 'parameter'>

/** Each failing place, once for each reason. */
export function invalidPlaces(where: Where, errors: readonly ErrorObject[]): Judged[] {
  const found = new Map<string, Judged>()
  for (const error of errors) {
    const { pointer: whole, detail } = told(error)
    const pointer = whole.length > pointerMax ? `${whole.slice(0, pointerMax)}…` : whole
    const key = `${pointer} ${detail}`
    if (!found.has(key))
      found.set(key, { place: { ...where, pointer: fragment(pointer), detail }, rule: error.keyword })
  }
  return [...found.values()]
}

function told({ instancePath, keyword, params, message }: ErrorObject): { pointer: string; detail: string } {
  const below = (name: unknown) => `${instancePath}/${token(String(name))}`
  if (keyword === 'required') return { pointer: below(params['missingProperty']), detail: 'is required' }
  if (keyword === 'additionalProperties')
    return { pointer: below(params['additionalProperty']), detail: 'is not allowed' }
  if (keyword === 'unevaluatedProperties')
    return { pointer: below(params['unevaluatedProperty']), detail: 'is not allowed' }
  if (keyword === 'enum')
    return { pointer: instancePath, detail: `must be one of ${JSON.stringify(params['allowedValues'])}` }
  if (keyword === 'const')
    return { pointer: instancePath, detail: `must be ${JSON.stringify(params['allowedValue'])}` }
  return { pointer: instancePath, detail: message ?? `fails "${keyword}"` }
}

function token(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** What may not stand in a fragment is percent-encoded; the engine's pointers are of plain text. */
function fragment(pointer: string): string {
  return `#${pointer.split('/').map(encodeLeniently).join('/')}`
}

function encodeLeniently(text: string): string {
  // A half of a surrogate pair has no encoding.
  return encodeURIComponent(text.replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD'))
}
