import type { ImportReportView } from '@penstock/server'
import { Badge, Tabs } from '@penstock/ui'
import { useState } from 'react'

const formats = { oas31: 'OpenAPI 3.1', oas30: 'OpenAPI 3.0', swagger2: 'Swagger 2.0' }

/** What became of every construct of the imported document. */
export function ImportReport({ report }: { report: ImportReportView }) {
  const lists = [
    { id: 'refused', label: 'Refused', lines: report.refused, empty: 'Nothing was refused.' },
    { id: 'warnings', label: 'Warnings', lines: report.warnings, empty: 'No warnings.' },
    {
      id: 'kept',
      label: 'Kept',
      lines: report.kept,
      empty: 'Everything in the document is understood and runs.',
    },
  ]
  const [selected, select] = useState(() => lists.find(({ lines }) => lines.length > 0)?.id ?? 'refused')
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
        tabs={lists.map(({ id, label, lines, empty }) => ({
          id,
          label: (
            <>
              {label}
              <Badge tone={id === 'refused' && lines.length > 0 ? 'danger' : 'neutral'}>{lines.length}</Badge>
            </>
          ),
          content:
            lines.length === 0 ? <p className="py-4 text-sm text-fg-2">{empty}</p> : <Lines lines={lines} />,
        }))}
      />
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
