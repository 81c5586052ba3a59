import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type BadgeTone = 'neutral' | 'accent' | 'ok' | 'warning' | 'danger' | 'info'

const tones: Record<BadgeTone, string> = {
  neutral: 'bg-any-soft text-fg-2',
  accent: 'bg-accent-soft text-accent-fg',
  ok: 'bg-ok-soft text-ok',
  warning: 'bg-risky-soft text-risky',
  danger: 'bg-breaking-soft text-breaking',
  info: 'bg-info-soft text-info',
}

export interface BadgeProps {
  children: ReactNode
  tone?: BadgeTone
  icon?: ReactNode
  className?: string
}

/** A word or a number about the thing beside it. */
export function Badge({ children, tone = 'neutral', icon, className }: BadgeProps) {
  return (
    <span
      className={cx(
        'tabular inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}
