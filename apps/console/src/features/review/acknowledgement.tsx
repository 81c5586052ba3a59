import type { ChangeView } from '@penstock/server'
import { Button } from '@penstock/ui'
import { CircleCheck } from 'lucide-react'
import { Moment } from '../../app/moment.tsx'
import { PersonName } from '../../app/person-name.tsx'
import { ShortcutLabel } from '../shell/shortcut-label.tsx'
import { plural } from './plan-sentence.ts'
import { useReviewActions } from './review-actions.ts'

/** Who takes a change upon themselves, and why; or the button that does. `changes`: one, or those of a fold. */
export function Acknowledgement({ changes }: { changes: readonly ChangeView[] }) {
  const actions = useReviewActions()
  const [change] = changes
  if (!change) return null
  const { acknowledged } = change
  if (acknowledged)
    return (
      <div className="flex items-start gap-1.5 rounded-md bg-sunken px-2 py-1.5 text-xs text-fg-2">
        <CircleCheck aria-hidden className="mt-px size-3.5 shrink-0 text-ok" />
        <p className="min-w-0 flex-1 break-words">
          Acknowledged by <PersonName of={acknowledged.by} kind={acknowledged.actor?.kind} />{' '}
          <Moment at={acknowledged.at} />: “{acknowledged.reason}”
        </p>
        {actions && (
          <button
            type="button"
            onClick={() => actions.withdraw(changes)}
            className="shrink-0 rounded-sm text-accent-fg underline underline-offset-2"
          >
            Take back
          </button>
        )}
      </div>
    )
  if (!actions || change.verdict === 'safe' || change.verdict === 'documentation') return null
  return (
    <Button className="self-start" onPress={() => actions.acknowledge(changes)}>
      Acknowledge{changes.length > 1 ? ` ${plural(changes.length, 'change')}` : ''}…
      <ShortcutLabel shortcut="a" />
    </Button>
  )
}
