import type { Diagnostic } from '@penstock/model'
import { cx } from '@penstock/ui'
import { CircleAlert, TriangleAlert } from 'lucide-react'

/** How bad it is, as a glyph and in words for who can't see it. */
export function ProblemIcon({ severity }: { severity: Diagnostic['severity'] }) {
  const isError = severity === 'error'
  const Icon = isError ? CircleAlert : TriangleAlert
  return (
    <Icon
      aria-label={severity}
      className={cx('mt-0.5 size-3.5 shrink-0', isError ? 'text-danger' : 'text-risky')}
    />
  )
}
