import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export interface EmptyStateProps {
  icon?: ReactNode
  title: string
  /** What this place is for, in one line. */
  children?: ReactNode
  /** The one action that fills it. */
  action?: ReactNode
  /** What to type instead, as a code block. */
  snippet?: ReactNode
  /** `h1` where it is all that the page shows. */
  heading?: 'h1' | 'h2'
  className?: string
}

export function EmptyState({ icon, title, children, action, snippet, heading, className }: EmptyStateProps) {
  const Heading = heading ?? 'h2'
  return (
    <div className={cx('mx-auto flex max-w-md flex-col items-center px-6 py-16 text-center', className)}>
      {icon && (
        <div className="mb-4 flex size-10 items-center justify-center rounded-lg border border-line bg-surface text-fg-3 [&>svg]:size-5">
          {icon}
        </div>
      )}
      <Heading className="text-lg font-semibold text-fg">{title}</Heading>
      {children && <div className="mt-1.5 text-sm text-pretty text-fg-2">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
      {snippet && <div className="mt-5 w-full text-left">{snippet}</div>}
    </div>
  )
}
