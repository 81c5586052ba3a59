import type { DeploymentView } from '@penstock/server'
import { CircleCheck } from 'lucide-react'
import { Moment } from '../../app/moment.tsx'
import { PersonName } from '../../app/person-name.tsx'

/** What somebody took upon themselves when a version was deployed: what, why, who and when. */
export function KeptAcknowledgements({ given }: { given: DeploymentView['acknowledged'] }) {
  if (given.length === 0) return null
  return (
    <section aria-label="Acknowledged" className="flex flex-col gap-2 border-t border-line pt-3">
      <h3 className="text-xs font-medium text-fg-2">Acknowledged when it was deployed</h3>
      <ul className="flex flex-col gap-2.5">
        {given.map(({ change, title, reason, by, actor, at, checks }) => (
          <li key={change} className="flex items-start gap-2">
            <CircleCheck aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ok" />
            <div className="min-w-0 flex-1 break-words">
              <p className="text-fg">{title}</p>
              <p className="text-fg-2">“{reason}”</p>
              <p className="text-xs text-fg-3">
                <PersonName of={by} kind={actor?.kind} /> · <Moment at={at} />
              </p>
              {checks.length > 0 && (
                <p className="mt-0.5 font-mono text-2xs text-fg-3">{checks.join(', ')}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
