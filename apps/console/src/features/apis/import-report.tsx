import type { ImportReportView } from '@penstock/server'
import { Badge, Tabs } from '@penstock/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'

const formats = { oas31: 'OpenAPI 3.1', oas30: 'OpenAPI 3.0', swagger2: 'Swagger 2.0' }

/** What became of every construct of the imported document, and which operations do not run. */
export function ImportReport({ report, slug, onLeave }: ImportReportProps) {
  const unanswered = report.unanswered.reduce((sum, { count }) => sum + count, 0)
  const lists = [
    {
      id: 'unanswered',
      label: 'Not running',
      count: unanswered,
      content:
        unanswered === 0 ? (
          <Nothing>Every operation is answered.</Nothing>
        ) : (
          <Unanswered report={report} slug={slug} onLeave={onLeave} />
        ),
    },
    ...linesOf(report).map(({ id, label, lines, empty }) => ({
      id,
      label,
      count: lines.length,
      content: lines.length === 0 ? <Nothing>{empty}</Nothing> : <Lines lines={lines} />,
    })),
  ]
  const [selected, select] = useState(() => (lists.find(({ count }) => count > 0) ?? lists[0]!).id)
  return (
    <div className="flex flex-col gap-4">
      <dl className="tabular grid grid-cols-4 gap-px overflow-hidden rounded-lg border border-line bg-line">
        <Figure label="Format" value={formats[report.format]} />
        <Figure label="Operations" value={report.operations.toLocaleString()} />
        <Figure label="Records made" value={report.mapped.toLocaleString()} />
        <Figure label="Kept for export" value={report.kept.length.toLocaleString()} />
      </dl>
      <Tabs
        label="Report"
        selected={selected}
        onSelect={select}
        panelClassName="min-h-56 max-h-[40vh] overflow-y-auto pt-2"
        tabs={lists.map(({ id, label, count, content }) => ({
          id,
          label: (
            <>
              {label}
              <Badge tone={urgent.has(id) && count > 0 ? 'danger' : 'neutral'}>
                {count.toLocaleString()}
              </Badge>
            </>
          ),
          content,
        }))}
      />
    </div>
  )
}

interface ImportReportProps {
  report: ImportReportView
  /** The API that it was imported into. */
  slug: string
  /** Somebody goes to one of its operations. */
  onLeave: () => void
}

const urgent = new Set(['unanswered', 'refused'])

function linesOf(report: ImportReportView) {
  return [
    { id: 'refused', label: 'Refused', lines: report.refused, empty: 'Nothing was refused.' },
    { id: 'warnings', label: 'Warnings', lines: report.warnings, empty: 'No warnings.' },
    {
      id: 'kept',
      label: 'Kept',
      lines: report.kept,
      empty: 'Everything in the document is understood and runs.',
    },
  ]
}

function Nothing({ children }: { children: ReactNode }) {
  return <p className="py-4 text-sm text-fg-2">{children}</p>
}

/** The operations that callers get an error from, by what hinders them, each with the way to it. */
function Unanswered({ report, slug, onLeave }: ImportReportProps) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-fg-2">As the draft is now, callers get an error from these.</p>
      {report.unanswered.map(({ reason, count, operations }) => (
        <section key={reason} className="border-t border-line pt-2">
          <h3 className="text-sm font-medium text-fg">
            {reason} <span className="tabular font-normal text-fg-3">{count.toLocaleString()}</span>
          </h3>
          <ul className="mt-1 flex flex-col">
            {operations.map(({ record, name }) => (
              <li key={record} className="py-0.5">
                <Link
                  to="/apis/$slug/design"
                  params={{ slug }}
                  search={{ selected: record }}
                  onClick={onLeave}
                  className="font-mono text-xs break-all text-accent-fg underline underline-offset-2"
                >
                  {name}
                </Link>
              </li>
            ))}
            {count > operations.length && (
              <li className="py-1 text-sm text-fg-3">
                and {(count - operations.length).toLocaleString()} more
              </li>
            )}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div className="bg-surface px-3 py-2">
      <dt className="text-xs text-fg-3">{label}</dt>
      <dd className="text-md font-semibold text-fg">{value}</dd>
    </div>
  )
}

/** Beyond this a list is no longer read; the command line prints all of it. */
const linesMax = 500

function Lines({ lines }: { lines: ImportReportView['kept'] }) {
  return (
    <ul className="flex flex-col">
      {lines.slice(0, linesMax).map((line) => (
        <li
          key={`${line.pointer} ${line.construct}`}
          className="border-b border-line py-1.5 text-sm last:border-b-0"
        >
          <code className="block text-xs break-all text-fg-3">{line.pointer}</code>
          <span className="font-medium text-fg">{line.construct}</span>{' '}
          <span className="text-fg-2">{line.reason}</span>
          {line.count !== undefined && (
            <span className="tabular text-fg-3"> · first of {line.count.toLocaleString()} places</span>
          )}
        </li>
      ))}
      {lines.length > linesMax && (
        <li className="py-2 text-sm text-fg-3">and {(lines.length - linesMax).toLocaleString()} more</li>
      )}
    </ul>
  )
}
