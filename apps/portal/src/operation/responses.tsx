import type { PortalOperation } from '@penstock/server'
import { cx } from '@penstock/ui'
import { useState } from 'react'
import { Section } from '../parts/section.tsx'
import { TabList, TabPanel, useTabs } from '../parts/tab-list.tsx'
import type { Schemas } from '../schema/schema-ref.ts'
import { ResponseView } from './response-view.tsx'

export interface ResponsesProps {
  responses: PortalOperation['responses']
  schemas: Schemas
}

/** What comes back, by status. */
export function Responses({ responses, schemas }: ResponsesProps) {
  const [status, setStatus] = useState(
    () => (responses.find((one) => one.status.startsWith('2')) ?? responses[0])?.status ?? '',
  )
  const tabs = useTabs()
  const shown = responses.find((one) => one.status === status)
  if (!shown) return null
  return (
    <Section title="Responses">
      <TabList
        ids={tabs}
        label="Status"
        items={responses.map((one) => ({
          id: one.status,
          label: <span className={cx('tabular font-mono text-xs', toneOf(one.status))}>{one.status}</span>,
        }))}
        selected={status}
        onSelect={setStatus}
      />
      <TabPanel ids={tabs} selected={status} className="pt-3">
        <ResponseView key={status} status={status} response={shown.response} schemas={schemas} />
      </TabPanel>
    </Section>
  )
}

export function toneOf(status: string): string {
  return (
    { '2': 'text-ok', '3': 'text-info', '4': 'text-risky', '5': 'text-breaking' }[status[0] ?? ''] ??
    'text-fg-2'
  )
}
