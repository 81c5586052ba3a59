import uFuzzy from '@leeoniya/ufuzzy'
import type { PortalIndex, PortalOperationSummary } from '@penstock/server'
import { givenName } from '../operation/operation-title.ts'

export type SearchHit =
  | { readonly kind: 'operation'; readonly operation: PortalOperationSummary }
  | { readonly kind: 'schema'; readonly name: string }

/** Finds entries for what was typed, best first; words in any order. */
export type Search = (text: string) => readonly SearchHit[]

const most = 200
// Up to so many hits are ranked; more than that and the words say too little for a ranking to mean anything.
const ranked = 2000

/** A search over method, path, summary and operationId of each operation, and over the names of schemas. */
export function createSearch(index: Pick<PortalIndex, 'groups' | 'schemas'>): Search {
  const fuzzy = new uFuzzy({ intraMode: 0, intraIns: 0, interLft: 0 })
  const hits: SearchHit[] = [
    ...index.groups.flatMap(({ operations }) =>
      operations.map((operation) => ({ kind: 'operation' as const, operation })),
    ),
    ...index.schemas.map((name) => ({ kind: 'schema' as const, name })),
  ]
  const texts = hits.map(textOf)
  return (text) => {
    const words = text.trim()
    if (words === '') return []
    const [found, info, order] = fuzzy.search(texts, words, 4, ranked)
    if (!found) return []
    const ordered = info && order ? order.map((position) => info.idx[position]!) : [...found]
    const scores = new Map(ordered.map((position) => [position, scoreOf(hits[position]!, words)]))
    ordered.sort((a, b) => scores.get(b)! - scores.get(a)!)
    return ordered.slice(0, most).map((position) => hits[position]!)
  }
}

/**
 * People search for what an operation does: words of its summary count most. The fuzzy order decides
 * the rest.
 */
function scoreOf(hit: SearchHit, text: string): number {
  const name = hit.kind === 'schema' ? hit.name : (givenName(hit.operation) ?? hit.operation.path)
  const wanted = wordsOf(text)
  const words = wordsOf(name)
  const met = wanted.filter((one) => words.some((word) => word.startsWith(one))).length
  const whole =
    hit.kind === 'schema'
      ? hit.name === text
      : [
          hit.operation.path,
          hit.operation.operationId,
          `${hit.operation.method} ${hit.operation.path}`,
        ].includes(text)
  // Long paths rarely are what was meant, and schemas are looked for by their whole name.
  const length = hit.kind === 'schema' ? 200 + hit.name.length : hit.operation.path.length + name.length
  return (whole ? 1000 : 0) + (met / Math.max(1, wanted.length)) * 100 - Math.min(99, length / 10)
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

function textOf(hit: SearchHit): string {
  if (hit.kind === 'schema') return `${hit.name} schema`
  const { method, path, summary, operationId } = hit.operation
  return [method, path, summary ?? '', operationId ?? ''].join(' ')
}
