import type { RecordId } from '@penstock/model'
import { Button } from '@penstock/ui'
import { GitCompareArrows } from 'lucide-react'
import { Moment } from '../../app/moment.tsx'
import { useDesigner } from '../designer-context.ts'
import { useConflictOf } from './use-conflict-of.ts'

const list = new Intl.ListFormat('en')

/** Over a form: who else changed or removed its record, which fields that is about, and the way to the decision. */
export function ConflictBanner({ id }: { id: RecordId }) {
  const { view } = useDesigner()
  const conflict = useConflictOf(id)
  if (!conflict) return null
  const { by = 'Somebody else', at, clashing, theirs } = conflict
  const what = theirs === null ? 'removed this' : `changed ${list.format(clashing) || 'this'} too`
  return (
    <div className="flex items-start gap-2 border-b border-risky bg-risky-soft px-4 py-2.5 text-sm text-risky">
      <GitCompareArrows aria-hidden className="mt-0.5 size-4 shrink-0" />
      <p className="min-w-0 flex-1 wrap-anywhere">
        {by} {what}
        {at !== undefined && (
          <>
            , <Moment at={at} />
          </>
        )}
        . Yours is on your screen until you decide.
      </p>
      <Button className="-my-0.5" onPress={() => view.setState({ isResolving: true })}>
        Compare
      </Button>
    </div>
  )
}
