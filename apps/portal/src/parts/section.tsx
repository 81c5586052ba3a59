import { cx } from '@penstock/ui'
import { type ReactNode, useId } from 'react'

export interface SectionProps {
  title: ReactNode
  /** At the right of the title. */
  aside?: ReactNode
  children: ReactNode
  className?: string
}

/** A part of a page under a heading of its own (h2). */
export function Section({ title, aside, children, className }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cx('mt-8', className)}>
      <div className="mb-2 flex min-h-7 items-center justify-between gap-3">
        <h2 id={id} className="text-lg font-semibold text-fg">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
