import { cx } from '@penstock/ui'
import { Link2 } from 'lucide-react'

export interface TouchedMarkProps {
  /** Names of the shared records whose change reaches the route, or of the first of them. */
  by?: readonly string[]
  /** How many more there are. */
  more?: number
  /** On a closed group: how many routes in it are touched. */
  count?: number
  /** The corner is taken by the mark of the node's own change. */
  isBeside: boolean
}

/** Lighter than the mark of a change: nothing was edited here, but a shared record that it uses was. */
export function TouchedMark({ by = [], more = 0, count, isBeside }: TouchedMarkProps) {
  const words = count === undefined ? `touched by ${listed(by, more)}` : `holds ${routesText(count)} touched`
  return <Mark words={words} count={count} className={cx('-top-2', isBeside ? 'left-5' : '-left-2')} />
}

/** On a shared record that changed: how many routes that touches. */
export function TouchesMark({ routes }: { routes: number }) {
  return <Mark words={`touches ${routesText(routes)}`} count={routes} className="right-2 -bottom-2" />
}

interface MarkProps {
  words: string
  count: number | undefined
  className: string
}

function Mark({ words, count, className }: MarkProps) {
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={cx(
        'node-mark tabular absolute inline-flex h-4 min-w-4 items-center justify-center gap-0.5 rounded-sm border border-dashed border-line-strong bg-surface px-0.5 text-2xs leading-none text-fg-2',
        className,
      )}
    >
      <Link2 aria-hidden className="size-3" />
      {count?.toLocaleString('en')}
    </span>
  )
}

function routesText(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'route' : 'routes'}`
}

function listed(names: readonly string[], more: number): string {
  const last = more > 0 ? `${more} more` : names.at(-1)
  const before = more > 0 ? names : names.slice(0, -1)
  return before.length === 0 ? `${last}` : `${before.join(', ')} and ${last}`
}
