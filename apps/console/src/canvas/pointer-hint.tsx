import { cx } from '@penstock/ui'
import { Ban } from 'lucide-react'

/** Why something can't be put where the pointer is: beside it while it is held, and for screen readers. */
export function PointerHint({ at, reason }: { at: { x: number; y: number } | null; reason: string | null }) {
  return (
    <div
      role="status"
      data-testid="pointer-hint"
      className={cx(
        'pointer-events-none fixed z-50 flex max-w-64 items-start gap-2 rounded-md bg-raised px-2.5 py-1.5 text-xs text-fg shadow-float',
        (!at || reason === null) && 'opacity-0',
      )}
      style={at ? { left: at.x + 14, top: at.y + 14 } : {}}
    >
      {at && reason !== null && (
        <>
          <Ban aria-hidden className="mt-px size-3.5 shrink-0 text-danger" />
          {reason}
        </>
      )}
    </div>
  )
}
