import { cx } from '@penstock/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Page } from '../app/place.ts'
import { useShownApi } from '../app/shown.ts'
import { ContentsTree } from './contents-tree.tsx'
import { SearchBox } from './search-box.tsx'
import { createSearch } from './search-operations.ts'
import { SearchResults } from './search-results.tsx'
import { useHitOpener } from './use-hit-opener.ts'

export interface ContentsProps {
  page: Page
  /** On narrow screens, where they lie over the page. */
  isOpen: boolean
  onClose: () => void
}

const resultsId = 'search-results'
const none = -1
const optionId = (position: number) => `search-result-${position}`

/** The search, and below it what it found or else the tree of all operations. */
export function Contents({ page, isOpen, onClose }: ContentsProps) {
  const { index } = useShownApi()
  const [text, setText] = useState('')
  // Nothing is active until an arrow key says so; Enter then opens the best.
  const [active, setActive] = useState(none)
  const input = useRef<HTMLInputElement>(null)
  const search = useMemo(() => createSearch(index), [index])
  const hits = useMemo(() => search(text), [search, text])
  const open = useHitOpener()
  const isSearching = text.trim() !== ''
  useEffect(() => {
    if (isOpen) input.current?.focus()
  }, [isOpen])

  const onKey = (key: string): boolean => {
    if (key === 'ArrowDown') setActive(Math.min(active + 1, hits.length - 1))
    else if (key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (key === 'Enter' && hits.length > 0) {
      open(hits[Math.max(active, 0)]!)
      onClose()
    } else if (key === 'Escape' && text !== '') setText('')
    else if (key === 'Escape') onClose()
    else return false
    return true
  }
  return (
    <nav
      aria-label="Contents"
      className={cx(
        'z-10 flex-col border-line bg-surface lg:static lg:flex lg:min-h-0 lg:border-r',
        isOpen ? 'fixed inset-x-0 top-12 bottom-0 flex' : 'hidden',
      )}
    >
      <div className="p-3 pb-2">
        <SearchBox
          text={text}
          onText={(next) => {
            setText(next)
            setActive(none)
          }}
          onKey={onKey}
          inputRef={input}
          resultsId={resultsId}
          {...(active in hits ? { activeId: optionId(active) } : {})}
          isExpanded={isSearching}
        />
      </div>
      {isSearching ? (
        <SearchResults
          id={resultsId}
          optionId={optionId}
          hits={hits}
          active={active}
          text={text}
          onOpen={onClose}
        />
      ) : (
        <ContentsTree page={page} onOpen={onClose} />
      )}
    </nav>
  )
}
