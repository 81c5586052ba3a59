import { type ReactNode, useEffect, useState } from 'react'
import { cx } from './cx.ts'

/** True once `delayMs` have passed: what loads faster shows no skeleton at all. */
export function useDelay(delayMs = 150): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), delayMs)
    return () => clearTimeout(timer)
  }, [delayMs])
  return passed
}

/** A grey bar in the place of text or a control. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('block min-h-3 animate-pulse rounded-sm bg-pressed', className)} />
}

/** Shows skeletons after 150 ms and tells screen readers that something loads. */
export function Loading({ label = 'Loading', children }: { label?: string; children: ReactNode }) {
  const visible = useDelay()
  return (
    <div role="status" aria-label={label} aria-busy>
      {visible && children}
    </div>
  )
}

/** Rows of a list or a table that loads. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  return (
    <Loading>
      <div className="flex flex-col">
        {Array.from({ length: rows }, (_, index) => (
          <div key={index} className="flex h-10 items-center gap-4 border-b border-line px-3">
            <Skeleton className="h-3 w-12" />
            <Skeleton className={cx('h-3', ['w-64', 'w-48', 'w-80'][index % 3])} />
            <Skeleton className="ml-auto h-3 w-20" />
          </div>
        ))}
      </div>
    </Loading>
  )
}
