import type { ChangeView } from '@penstock/server'
import { cx } from '@penstock/ui'
import { useState } from 'react'
import { AlsoList } from './also-list.tsx'
import { ConsequenceDetail } from './consequences/consequence-detail.tsx'
import { Acknowledgement } from './acknowledgement.tsx'
import { fieldPath, valueText } from './field-path.ts'
import { FindingItem } from './finding-item.tsx'

export interface ChangeDetailProps {
  change: ChangeView
  /** It stands for these, which are the same edit of other records. */
  alike?: readonly ChangeView[]
  /** The one whose text is shown. */
  openRecord: string | undefined
  /** Shows the text of one of its records; absent where there is none to show. */
  onOpenRecord: ((record: string) => void) | undefined
}

/** Why a change was judged as it was, and what of the record it touches. */
export function ChangeDetail({ change, alike, openRecord, onOpenRecord }: ChangeDetailProps) {
  return (
    <div className="flex flex-col gap-3 px-3 pb-3 pl-9">
      {change.findings.length > 0 && (
        <ul className="flex flex-col gap-1.5">
          {change.findings.map((finding) => (
            <FindingItem
              key={`${finding.check} ${finding.message}`}
              finding={finding}
              isVerdictShown={finding.verdict !== change.verdict}
            />
          ))}
        </ul>
      )}
      {change.fields.length > 0 && (
        <ul className="flex flex-col gap-2">
          {change.fields.slice(0, fieldsMax).map((field) => (
            <li key={fieldPath(field.path)} className="min-w-0">
              <code className="block truncate text-xs text-fg-2">{fieldPath(field.path) || change.kind}</code>
              {field.before !== undefined && <Side side="before" value={field.before} />}
              {field.after !== undefined && <Side side="after" value={field.after} />}
            </li>
          ))}
          {change.fields.length > fieldsMax && (
            <li className="text-xs text-fg-3">
              and {change.fields.length - fieldsMax} more fields; see the text
            </li>
          )}
        </ul>
      )}
      {!alike && <ConsequenceDetail change={change} />}
      {change.also.length > 0 && <AlsoList also={change.also} open={openRecord} onOpen={onOpenRecord} />}
      {change.findings.length + change.fields.length + change.also.length === 0 && (
        <p className="text-sm text-fg-2">Nothing a caller can notice.</p>
      )}
      <Acknowledgement changes={alike ?? [change]} />
    </div>
  )
}

/** More than this is read better as text. */
const fieldsMax = 12
const linesMax = 8

function Side({ side, value }: { side: 'before' | 'after'; value: unknown }) {
  const [all, setAll] = useState(false)
  const lines = valueText(value).split('\n')
  const shown = all ? lines : lines.slice(0, linesMax)
  const isBefore = side === 'before'
  return (
    <div className={cx('mt-0.5 flex rounded-sm', isBefore ? 'bg-removed-soft' : 'bg-added-soft')}>
      <span
        role="img"
        aria-label={side}
        className={cx(
          'w-5 shrink-0 text-center font-mono text-xs leading-5',
          isBefore ? 'text-removed' : 'text-added',
        )}
      >
        {isBefore ? '−' : '+'}
      </span>
      <div className="min-w-0 flex-1 pr-2">
        <pre className="text-xs leading-5 break-words whitespace-pre-wrap text-fg">{shown.join('\n')}</pre>
        {lines.length > shown.length && (
          <button
            type="button"
            onClick={() => setAll(true)}
            className="pb-0.5 text-xs text-accent-fg underline"
          >
            {lines.length - shown.length} more lines
          </button>
        )}
      </div>
    </div>
  )
}
