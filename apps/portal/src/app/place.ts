/** What a portal shows: its address in parts. */
export interface Place {
  readonly slug: string
  /** Null: the stage that the server shows first. */
  readonly stage: string | null
  readonly page: Page
}

export type Page =
  | { readonly kind: 'overview' }
  | { readonly kind: 'changelog' }
  /** `name` is an operationId or, for operations that have none, the id of the method. */
  | { readonly kind: 'operation'; readonly name: string }
  | { readonly kind: 'schema'; readonly name: string }
  | { readonly kind: 'unknown' }

const kinds = { operations: 'operation', schemas: 'schema' } as const

/** Reads `/portal/<slug>[/operations/<name>|/schemas/<name>|/changelog][?stage=<stage>]`. */
export function readPlace(address: string): Place {
  const url = new URL(address, 'http://portal.invalid')
  const [, , slug = '', section, ...rest] = url.pathname.split('/').map(decode)
  return { slug, stage: url.searchParams.get('stage'), page: pageOf(section, rest.join('/')) }
}

function pageOf(section: string | undefined, name: string): Page {
  if (section === undefined || section === '') return { kind: 'overview' }
  if (section === 'changelog' && name === '') return { kind: 'changelog' }
  if (Object.hasOwn(kinds, section) && name !== '')
    return { kind: kinds[section as keyof typeof kinds], name }
  return { kind: 'unknown' }
}

export function writePlace({ slug, stage, page }: Place): string {
  const base = `/portal/${encodeURIComponent(slug)}`
  const query = stage === null ? '' : `?stage=${encodeURIComponent(stage)}`
  if (page.kind === 'operation') return `${base}/operations/${encodeURIComponent(page.name)}${query}`
  if (page.kind === 'schema') return `${base}/schemas/${encodeURIComponent(page.name)}${query}`
  if (page.kind === 'changelog') return `${base}/changelog${query}`
  return base + query
}

/** A stray `%` stands for itself: an address that somebody typed is no reason to fail. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause
    return part
  }
}
