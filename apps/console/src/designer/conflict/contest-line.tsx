import { GitCompareArrows } from 'lucide-react'
import { Moment } from '../../app/moment.tsx'
import { useDesigner } from '../designer-context.ts'

/** At a field that two people changed: who the other is, that mine is not saved, and the way to the decision. */
export function ContestLine({ by, at }: { by: string | null; at: number | null }) {
  const { view } = useDesigner()
  return (
    <p
      role="note"
      data-contested
      className="col-span-full -mt-1 flex items-start gap-1.5 rounded-md border border-risky bg-risky-soft px-1.5 py-1 text-xs text-risky"
    >
      <GitCompareArrows aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        {by ?? 'Somebody else'} changed this too
        {at !== null && (
          <>
            , <Moment at={at} />
          </>
        )}
        . Yours is not saved.{' '}
        <button
          type="button"
          className="font-medium underline underline-offset-2"
          onClick={() => view.setState({ isResolving: true })}
        >
          Compare
        </button>
      </span>
    </p>
  )
}
