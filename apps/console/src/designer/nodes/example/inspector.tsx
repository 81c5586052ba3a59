import { type Example, exampleCall, type Json } from '@penstock/model'
import { Button, CodeBlock } from '@penstock/ui'
import { useDesigner, useStructure } from '../../designer-context.ts'
import { DraftField } from '../../fields/draft-field.tsx'
import { JsonField } from '../../fields/json-field.tsx'
import { Section } from '../../fields/section.tsx'
import { AdvancedSection } from '../other/advanced-section.tsx'
import { RenameField } from '../rename-field.tsx'

/** A kept call: what is sent, and what is expected of the answer. */
export function ExampleInspector({ record }: { record: Example }) {
  const { session, view } = useDesigner()
  const definition = useStructure()
  const call = exampleCall(definition, record)
  const expect = (part: Partial<Example['expect']>) =>
    session.editor.run(
      'Edit example',
      (transaction) => transaction.put({ ...record, expect: { ...record.expect, ...part } }),
      { mergeKey: `${record.id}.expect` },
    )
  return (
    <>
      <Section
        title="Example"
        action={
          <Button variant="quiet" onPress={() => view.setState({ drawer: 'try-it' })}>
            Try it
          </Button>
        }
      >
        <RenameField record={record} />
        <div className="flex flex-col gap-1">
          <span className="text-xs text-fg-2">Request</span>
          <CodeBlock
            isWrapped
            label="request"
            code={call ? `${call.method} ${call.path}` : 'Its method is gone.'}
          />
        </div>
      </Section>
      <Section field="expect" title="Expected answer">
        <DraftField
          label="Status"
          draftKey={`${record.id} status`}
          value={String(record.expect.status)}
          problemOf={(text) =>
            /^[1-5]\d\d$/.test(text) ? null : 'A status has three digits, from 100 to 599.'
          }
          onCommit={(text) => expect({ status: Number(text) })}
        />
        <DraftField
          label="Content type"
          draftKey={`${record.id} content type`}
          value={record.expect.contentType ?? ''}
          description="Empty: any."
          onCommit={(text) => {
            const { contentType: _, ...others } = record.expect
            const wanted = text.trim() === '' ? others : { ...others, contentType: text.trim() }
            session.editor.run('Edit example', (transaction) =>
              transaction.put({ ...record, expect: wanted }),
            )
          }}
        />
        {record.expect.body === undefined ? (
          <p className="text-xs text-fg-3">Any body will do.</p>
        ) : (
          <JsonField
            key={record.id}
            label="Body holds"
            draftKey={`${record.id} body`}
            rows={10}
            value={record.expect.body}
            onChange={(body: Json) => expect({ body })}
          />
        )}
      </Section>
      <AdvancedSection key={record.id} record={record} />
    </>
  )
}
