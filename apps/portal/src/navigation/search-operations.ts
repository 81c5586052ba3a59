import uFuzzy from '@leeoniya/ufuzzy'
import type { PortalIndex, PortalOperationSummary } from '@penstock/server'

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
    const best = info && order ? order.map((position) => info.idx[position]!) : found
    return best.slice(0, most).map((position) => hits[position]!)
  }
}

function textOf(hit: SearchHit): string {
  if (hit.kind === 'schema') return `${hit.name} schema`
  const { method, path, summary, operationId } = hit.operation
  return [method, path, summary ?? '', operationId ?? ''].join(' ')
}
