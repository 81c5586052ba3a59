import type { PlanView } from '@penstock/server'
import { cx } from '@penstock/ui'
import { ChevronRight, CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { useId, useState } from 'react'
import { ShowOnGraph } from '../../app/show-on-graph.tsx'
import { plural } from './plan-sentence.ts'

type Check = PlanView['checks'][number]

const icons = {
  error: <CircleAlert aria-label="Error" className="mt-0.5 size-4 shrink-0 text-danger" />,
  warning: <TriangleAlert aria-label="Warning" className="mt-0.5 size-4 shrink-0 text-risky" />,
  info: <Info aria-label="Note" className="mt-0.5 size-4 shrink-0 text-info" />,
}
/** A draft may be wrong in thousands of places; these are enough to begin with. */
const [shownAtFirst, shownMax] = [20, 500]

/** So many warnings about access are read at once. */
const warningsNamed = 3
/** Codes of what opens an API, or keeps callers out of it: nobody should have to open a list to hear of that. */
const aboutAccess: ReadonlySet<string> = new Set([
  'authorizer-documents-only',
  'open-method',
  'access-not-checked',
])

/** What the checks found in what a plan deploys: what has to be mended and who is let in unasked in words, the rest behind how much it is. */
export function CheckList({ slug, checks }: { slug: string; checks: readonly Check[] }) {
  const [all, setAll] = useState(false)
  const list = useId()
  const errors = checks.filter(({ severity }) => severity === 'error')
  const warnings = checks.filter(({ severity }) => severity === 'warning')
  const access = warnings.filter(({ code }) => aboutAccess.has(code))
  const others = [
    ...access,
    ...warnings.filter(({ code }) => !aboutAccess.has(code)),
    ...checks.filter(({ severity }) => severity === 'info'),
  ]
  const named = access.slice(0, warningsNamed)
  const rest = others.length - named.length
  const shown = [
    ...errors.slice(0, all ? shownMax : shownAtFirst),
    ...(all ? others.slice(0, Math.max(0, shownMax - errors.length)) : named),
  ]
  return (
    <section
      aria-label="Checks"
      className="max-h-64 shrink-0 overflow-y-auto border-b border-line bg-surface px-4 py-1.5"
    >
      <ul id={list} className="flex flex-col gap-1">
        {shown.map((check) => (
          <li key={checkKey(check)} className="flex items-start gap-2 text-sm">
            {icons[check.severity]}
            <span className="min-w-0">
              <span className="text-fg">{check.message}</span>{' '}
              {check.suggest && <span className="text-fg-2">{check.suggest} </span>}
              {check.location.record && <ShowOnGraph slug={slug} record={check.location.record} />}
            </span>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button
          type="button"
          aria-expanded={all}
          aria-controls={list}
          onClick={() => setAll(!all)}
          className="flex items-center gap-2 rounded-sm py-0.5 text-sm text-fg-2 transition-[color] hover:text-fg"
        >
          <TriangleAlert aria-hidden className="size-4 shrink-0 text-risky" />
          {named.length > 0 ? `${rest} more ${rest === 1 ? 'warning' : 'warnings'}` : plural(rest, 'warning')}
          <ChevronRight
            aria-hidden
            className={cx('size-3.5 text-fg-3 transition-transform', all && 'rotate-90')}
          />
        </button>
      )}
    </section>
  )
}

function checkKey({ code, message, location }: Check): string {
  return [code, message, location.record, ...(location.path ?? [])].join(' ')
}
