import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { hasMoved, restoreScroll } from '../app/address.ts'

export interface PageMainProps {
  /** Of the document; most specific part first. */
  title: string
  heading: ReactNode
  children: ReactNode
}

/**
 * The main part of one page, keyed by its address: sets the document's title, scrolls to where the reader left it, and
 * after a navigation moves focus to the heading, so that screen readers begin to read there.
 */
export function PageMain({ title, heading, children }: PageMainProps) {
  const ref = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    restoreScroll()
    if (hasMoved()) ref.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <>
      <h1
        ref={ref}
        tabIndex={-1}
        className="text-xl font-semibold text-balance break-words text-fg outline-none"
      >
        {heading}
      </h1>
      {children}
    </>
  )
}
