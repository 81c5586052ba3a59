import type { Diagnostic } from '@penstock/model'
import { cx } from '@penstock/ui'
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'

const icons = {
  error: { icon: CircleAlert, name: 'error', tone: 'text-danger' },
  warning: { icon: TriangleAlert, name: 'warning', tone: 'text-risky' },
  info: { icon: Info, name: 'hint', tone: 'text-fg-3' },
} as const

/** How bad it is, as a glyph and in words for who can't see it. */
export function ProblemIcon({ severity }: { severity: Diagnostic['severity'] }) {
  const { icon: Icon, name, tone } = icons[severity]
  return <Icon role="img" aria-label={name} className={cx('mt-0.5 size-3.5 shrink-0', tone)} />
}
