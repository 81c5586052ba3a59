import { type ChangeAction, ChangeMark, cx } from '@penstock/ui'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RecordChange } from '../changes.ts'
import { ProblemBadge } from '../problems/problem-badge.tsx'
import { cutOf } from '../path-text.ts'
import type { ProblemMark } from '../problems/problem-marks.ts'

export interface NodeCardProps {
  title: string
  detail: string
  /** A glyph or a method badge, at the left. */
  badge: ReactNode
  isMono?: boolean
  isSelected: boolean
  change: RecordChange | null
  problem: ProblemMark | null
  isFaint: boolean
  /** At the end of the second line. */
  extra?: ReactNode
  /** At the right: a count, a button that opens the branch. */
  children?: ReactNode
}

/**
 * Steps back without becoming hard to read: no fill, no hue, no weight. Opacity would take the text below the contrast
 * that WCAG asks for (1.4.3).
 */
const faint =
  'bg-transparent [&_.node-badge>*]:bg-transparent [&_.node-badge>*]:text-fg-3 [&_.node-title]:font-normal [&_.node-title]:text-fg-3'

const changeBorders: Readonly<Record<ChangeAction, string>> = {
  added: 'border-added',
  changed: 'border-changed',
  removed: 'border-removed',
}

/** A quiet card. State is at its edge, never in its fill: selection ring, change mark, problem badge. */
export function NodeCard(props: NodeCardProps) {
  const { title, detail, badge, isMono, isSelected, change, problem, isFaint, extra, children } = props
  return (
    <div
      className={cx(
        'relative flex size-full items-center gap-2 rounded-lg border px-2.5 text-left',
        isFaint ? faint : 'bg-surface',
        isSelected
          ? 'border-accent ring-2 ring-accent'
          : change
            ? changeBorders[change.action]
            : isFaint
              ? 'border-line'
              : 'border-line-strong/40',
        change?.action === 'removed' && 'border-dashed',
      )}
    >
      {badge && <span className="node-badge flex shrink-0 items-center">{badge}</span>}
      <span
        className={cx('min-w-0 flex-1', change?.action === 'removed' && 'line-through decoration-removed/60')}
      >
        <span
          className={cx(
            'node-title block truncate text-sm font-medium text-fg',
            isMono && 'font-mono',
            cutOf(title),
          )}
        >
          <bdi dir="ltr">{title}</bdi>
        </span>
        {(detail || extra) && (
          <span className="flex items-center">
            {detail && (
              <span className={cx('node-detail block truncate text-2xs text-fg-3', cutOf(detail))}>
                <bdi dir="ltr">{detail}</bdi>
              </span>
            )}
            {extra}
          </span>
        )}
      </span>
      {children}
      {change && <ChangeMark {...change} className="node-mark absolute -top-2 -left-2" />}
      {problem && (
        <ProblemBadge mark={problem} className="node-mark absolute -top-2 -right-1.5 bg-surface px-0.5" />
      )}
    </div>
  )
}

/** What kind of thing it is, in a quiet square. */
export function Glyph({ icon: Icon }: { icon: LucideIcon }) {
  return (
    <span className="flex size-6 items-center justify-center rounded-md bg-sunken text-fg-2">
      <Icon aria-hidden className="size-3.5" />
    </span>
  )
}
