import { CopyButton } from './copy-button.tsx'
import { cx } from './cx.ts'

export interface CodeBlockProps {
  code: string
  /** Read by screen readers, e.g. "curl command". */
  label: string
  /** Breaks long lines instead of scrolling. */
  isWrapped?: boolean
  className?: string
}

/** Text to read or to copy, in the mono font. */
export function CodeBlock({ code, label, isWrapped, className }: CodeBlockProps) {
  return (
    <div className={cx('group relative rounded-md border border-line bg-sunken', className)}>
      <pre
        aria-label={label}
        tabIndex={0}
        role="group"
        className={cx(
          'overflow-auto rounded-md py-2 pr-9 pl-3 text-[0.78125rem] leading-5 text-fg',
          isWrapped && 'break-all whitespace-pre-wrap',
        )}
      >
        <code>{code}</code>
      </pre>
      <CopyButton text={code} label={`Copy ${label}`} className="absolute top-1.5 right-1.5 bg-sunken" />
    </div>
  )
}
