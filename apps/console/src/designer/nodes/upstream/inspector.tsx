import type { Upstream } from '@penstock/model'
import { TextField } from '@penstock/ui'
import { useEffect, useRef } from 'react'
import { Field } from '../../fields/field.tsx'
import { useDesigner, useView } from '../../designer-context.ts'
import { baseUrlProblem } from '../../edits/base-url-problem.ts'
import { Section } from '../../fields/section.tsx'
import { AdvancedSection } from '../other/advanced-section.tsx'
import { RenameField } from '../rename-field.tsx'
import { Usage } from '../usage.tsx'
import { HealthSection } from './health-section.tsx'
import { TargetsSection } from './targets-section.tsx'
import { TlsSection } from './tls-section.tsx'

export function UpstreamInspector({ record }: { record: Upstream }) {
  return (
    <>
      <Section title="Upstream">
        <Field path="url">
          <UrlField record={record} />
        </Field>
        <RenameField record={record} isLater={record.url === ''} />
      </Section>
      <TargetsSection key={`${record.id} targets`} record={record} />
      <HealthSection record={record} />
      <TlsSection key={`${record.id} tls`} record={record} />
      <Usage id={record.id} />
      <AdvancedSection key={record.id} record={record} />
    </>
  )
}

/** Its address, the first thing that is asked of a new one. Written as it is typed, and marked while it is none; an empty one once it was left. */
function UrlField({ record }: { record: Upstream }) {
  const { session, view } = useDesigner()
  const { editor } = session
  const input = useRef<HTMLInputElement>(null)
  const isAsked = useView((shown) => shown.wantsRename === record.id) && record.url === ''
  const isNew = useView((shown) => shown.justAdded === record.id)
  useEffect(() => {
    if (!isAsked) return
    view.setState({ wantsRename: null })
    input.current?.focus()
  }, [isAsked, view])
  return (
    <TextField
      label="Base URL"
      isMono
      inputRef={input}
      placeholder="https://backend.example"
      description="May hold ${stageVariables.name}, so that each stage has its own."
      value={record.url}
      error={isNew && record.url === '' ? null : baseUrlProblem(record.url)}
      onChange={(url) =>
        editor.run(
          'Edit url',
          (transaction) => {
            const current = transaction.get(record.id)
            if (current?.kind === 'upstream') transaction.put({ ...current, url })
          },
          { mergeKey: `${record.id}.url` },
        )
      }
      onBlur={() => editor.separate()}
      onKeyDown={(event) => event.key === 'Enter' && view.setState({ justAdded: null })}
    />
  )
}
