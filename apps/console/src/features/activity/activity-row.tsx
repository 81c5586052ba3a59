import type { AuditView } from '@penstock/server'
import { Badge, CodeBlock } from '@penstock/ui'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Moment } from '../../app/moment.tsx'
import { TokenMark } from '../../app/token-mark.tsx'
import { type Part, sentenceOf } from './sentence.ts'
import { exactMomentText } from '../../app/time-text.ts'

const sources: Readonly<Record<string, string>> = { cli: 'command line', api: 'REST' }

const screens = {
  design: '/apis/$slug/design',
  deployments: '/apis/$slug/deployments',
  traffic: '/apis/$slug/traffic',
  settings: '/apis/$slug/settings',
  portal: '/apis/$slug/portal',
} as const

/** One thing that somebody did, as a sentence; its facts open below it. */
export function ActivityRow({ entry }: { entry: AuditView }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const hasFacts = Object.keys(entry.data).length > 0
  return (
    <li className="border-b border-line last:border-b-0">
      <div className="flex min-h-9 items-center gap-2 px-3 py-1.5 transition-[background-color] hover:bg-hover/60">
        {hasFacts ? (
          <button
            type="button"
            aria-label="Details"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
            className="flex size-6 shrink-0 items-center justify-center rounded-md text-fg-3 hover:bg-hover hover:text-fg"
          >
            <ChevronRight
              aria-hidden
              className={`size-3.5 transition-transform ${isOpen ? 'rotate-90' : ''}`}
            />
          </button>
        ) : (
          <span className="size-6 shrink-0" />
        )}
        <p className="min-w-0 flex-1 text-sm text-fg-2">
          <TokenMark kind={entry.actorKind} />
          <span className="font-medium text-fg" title={entry.actor}>
            {entry.actorName ?? entry.actor}
          </span>{' '}
          {sentenceOf(entry).map((part, at) => (
            // The parts of a sentence never change their places.
            // oxlint-disable-next-line react/no-array-index-key
            <Words key={at} part={part} slug={entry.api} />
          ))}
        </p>
        {sources[entry.source] && <Badge>{sources[entry.source]}</Badge>}
        <span className="w-20 shrink-0 text-right text-xs text-fg-3">
          <Moment at={entry.at} />
        </span>
      </div>
      {isOpen && (
        <div id={id} className="flex flex-col gap-2 pr-3 pb-3 pl-11">
          <p className="text-xs text-fg-3">
            {exactMomentText(entry.at)} · {entry.actor} · <code>{entry.action}</code>
          </p>
          <CodeBlock label="details" code={JSON.stringify(entry.data, null, 2)} isWrapped />
        </div>
      )}
    </li>
  )
}

function Words({ part, slug }: { part: Part; slug: string | null }) {
  if (typeof part === 'string') return part
  if (part.place === undefined || slug === null)
    return <span className="font-medium text-fg">{part.text}</span>
  const name = 'font-medium text-accent-fg underline-offset-2 hover:underline'
  if (part.request !== undefined)
    return (
      <Link
        to="/apis/$slug/deployments/requests/$number"
        params={{ slug, number: String(part.request) }}
        className={name}
      >
        {part.text}
      </Link>
    )
  return (
    <Link to={screens[part.place]} params={{ slug }} className={name}>
      {part.text}
    </Link>
  )
}
