import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import { cx } from './cx.ts'

export interface ProgressBarProps {
  /** What it is doing: "Importing 845 operations". */
  label: string
  /** 0 to 100; absent when nobody knows. */
  value?: number
  /** Only the bar; the label is still read aloud. */
  isBare?: boolean
  className?: string
}

/** A thin bar for what takes longer than a second. */
export function ProgressBar({ label, value, isBare, className }: ProgressBarProps) {
  return (
    <AriaProgressBar
      aria-label={label}
      {...(value === undefined ? { isIndeterminate: true } : { value })}
      className={cx('flex flex-col gap-1.5', className)}
    >
      {!isBare && <span className="text-xs text-fg-2">{label}</span>}
      <span className="block h-0.5 w-full overflow-hidden rounded-full bg-line">
        <span
          className={cx(
            'block h-full bg-accent',
            value === undefined ? 'w-1/3 animate-indeterminate' : 'transition-[width]',
          )}
          style={value === undefined ? undefined : { width: `${value}%` }}
        />
      </span>
    </AriaProgressBar>
  )
}
