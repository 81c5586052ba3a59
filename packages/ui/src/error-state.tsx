import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { CopyButton } from './copy-button.tsx'
import { cx } from './cx.ts'

export interface ErrorStateProps {
  /** What happened. */
  title: string
  /** Why, in words. */
  children?: ReactNode
  /** The stable code. */
  code?: string
  /** The page that explains the code. */
  help?: ReactNode
  /** Id to quote and to search logs for. */
  requestId?: string
  /** What to do next. */
  action?: ReactNode
  /** `page` fills a screen, `inline` sits in a form or a list. */
  layout?: 'page' | 'inline'
  className?: string
}

export function ErrorState(props: ErrorStateProps) {
  const { title, children, code, help, requestId, action, layout = 'page', className } = props
  return (
    <div
      role="alert"
      className={cx(
        'flex gap-3 rounded-lg border border-line bg-surface p-4 text-sm',
        layout === 'page' && 'mx-auto mt-16 w-full max-w-lg',
        className,
      )}
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-fg">{title}</p>
        {children && <div className="mt-0.5 break-words text-fg-2">{children}</div>}
        {(code ?? requestId ?? help) && (
          <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-fg-3">
            {code && <code className="text-xs">{code}</code>}
            {requestId && (
              <span className="inline-flex items-center gap-1">
                <code className="text-xs">{requestId}</code>
                <CopyButton text={requestId} label="Copy request id" />
              </span>
            )}
            {help}
          </div>
        )}
        {action && <div className="mt-3 flex gap-2">{action}</div>}
      </div>
    </div>
  )
}
