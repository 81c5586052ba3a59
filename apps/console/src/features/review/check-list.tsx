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

/** What the checks found in the draft: what has to be mended at once, the rest behind how much it is. */
export function CheckList({ slug, checks }: { slug: string; checks: readonly Check[] }) {
  const [all, setAll] = useState(false)
  const list = useId()
  const errors = checks.filter(({ severity }) => severity === 'error')
  const others = checks.filter(({ severity }) => severity !== 'error')
  const shown = all ? [...errors, ...others].slice(0, shownMax) : errors.slice(0, shownAtFirst)
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
      {others.length > 0 && (
        <button
          type="button"
          aria-expanded={all}
          aria-controls={list}
          onClick={() => setAll(!all)}
          className="flex items-center gap-2 rounded-sm py-0.5 text-sm text-fg-2 transition-[color] hover:text-fg"
        >
          <TriangleAlert aria-hidden className="size-4 shrink-0 text-risky" />
          {plural(others.length, 'warning')} about the draft
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
