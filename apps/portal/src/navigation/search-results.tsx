import { cx } from '@penstock/ui'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { Link } from '../app/link.tsx'
import { useShownApi } from '../app/shown.ts'
import { OperationLabel } from '../operation/operation-label.tsx'
import { SchemaGlyph } from './schema-glyph.tsx'
import type { SearchHit } from './search-operations.ts'
import { useHitPage } from './use-hit-opener.ts'
import { usePrefetch } from './use-prefetch.ts'

export interface SearchResultsProps {
  id: string
  optionId: (position: number) => string
  hits: readonly SearchHit[]
  active: number
  text: string
  onOpen: () => void
}

export function SearchResults({ id, optionId, hits, active, text, onOpen }: SearchResultsProps) {
  const { placeOf } = useShownApi()
  const pageOf = useHitPage()
  const prefetch = usePrefetch()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 48,
    overscan: 8,
  })
  useEffect(() => {
    if (hits.length > 0) rows.scrollToIndex(Math.max(active, 0))
  }, [active, hits.length, rows])
  useEffect(() => {
    const hit = hits[Math.max(active, 0)]
    if (hit?.kind === 'operation') prefetch(hit.operation.id)
  }, [active, hits, prefetch])
  return (
    <>
      <p role="status" className="px-4 pb-1 text-xs text-fg-3">
        {hits.length === 0 ? `Nothing found for "${text.trim()}"` : `${hits.length} found`}
      </p>
      <div
        ref={scroller}
        id={id}
        role="listbox"
        aria-label="Found"
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto outline-none"
      >
        <div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const hit = hits[index]!
            return (
              <Link
                key={index}
                id={optionId(index)}
                role="option"
                aria-selected={index === active}
                aria-setsize={hits.length}
                aria-posinset={index + 1}
                tabIndex={-1}
                to={placeOf(pageOf(hit))}
                onClick={onOpen}
                onMouseEnter={() => hit.kind === 'operation' && prefetch(hit.operation.id)}
                className={cx(
                  'absolute inset-x-2 flex h-12 items-center gap-2 rounded-md px-2',
                  index === active
                    ? 'bg-accent-soft'
                    : index === Math.max(active, 0)
                      ? 'bg-hover'
                      : 'hover:bg-hover',
                )}
                style={{ transform: `translateY(${start}px)` }}
              >
                <HitText hit={hit} />
              </Link>
            )
          })}
        </div>
      </div>
    </>
  )
}

function HitText({ hit }: { hit: SearchHit }) {
  if (hit.kind === 'schema')
    return (
      <>
        <SchemaGlyph />
        <span className="min-w-0 truncate font-mono text-[0.78125rem]">{hit.name}</span>
      </>
    )
  return <OperationLabel operation={hit.operation} />
}
