import { cx } from '@penstock/ui'
import type { ReactNode } from 'react'
import { HeaderTools } from './api-header.tsx'

export interface PageProps {
  title: ReactNode
  /** One line under the title: what the place is for. */
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
  width?: 'md' | 'lg' | 'full'
}

const widths = { md: 'max-w-3xl', lg: 'max-w-6xl', full: 'max-w-none' }

/** A scrolling page with a title: what is not the designer or the review. */
export function Page({ title, lead, actions, children, width = 'lg' }: PageProps) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className={cx('mx-auto w-full px-6 pt-6 pb-16', widths[width])}>
        <div className="mb-5 flex flex-wrap items-start gap-x-4 gap-y-3">
          <div className="min-w-0 flex-1">
            <h1 className="text-lg font-semibold text-fg">{title}</h1>
            {lead && <p className="mt-0.5 text-sm text-pretty text-fg-2">{lead}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
        {children}
      </div>
    </div>
  )
}

/** The header of a screen that belongs to no one API. */
export function WorkspaceHeader({ title }: { title: string }) {
  return (
    <header className="flex h-12 shrink-0 items-center justify-between border-b border-line bg-surface pr-3 pl-6">
      <span className="text-sm font-semibold text-fg">{title}</span>
      <HeaderTools />
    </header>
  )
}

/** A bordered surface for a table or a form. */
export function Panel({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div className={cx('overflow-hidden rounded-lg border border-line bg-surface', className)}>
      {children}
    </div>
  )
}
