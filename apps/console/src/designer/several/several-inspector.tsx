import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import { Button } from '@penstock/ui'
import { useCallback } from 'react'
import { partOf } from '../../editor/index.ts'
import { copy, cut } from '../../commands/clipboard-commands.ts'
import { deleteSelection } from '../../commands/delete-selection.tsx'
import { duplicate } from '../../commands/duplicate.ts'
import { useDesigner } from '../designer-context.ts'
import { fieldOfAll } from '../field-drafts.ts'
import { Section } from '../fields/section.tsx'
import type { AnyCommonField } from '../nodes/common-field.ts'
import { nodeOf } from '../nodes/definitions.ts'
import { useDerived } from '../use-derived.ts'
import { CommonControl } from './common-control.tsx'
import { commonFieldsOf, commonValue } from './common-value.ts'
import { Arrange } from './arrange-section.tsx'
import { countsOf } from './counts.ts'

/** Edits many records at once: the fields that all of them have, and what can be done with all of them. */
export function SeveralInspector({ ids }: { ids: readonly RecordId[] }) {
  const designer = useDesigner()
  const { editor } = designer.session
  const { counts, steps, noun, values } = useDerived(
    useCallback((definition) => formOf(definition, ids), [ids]),
  )
  const { length } = ids
  const fields = steps ? [] : commonFieldsOf(recordsOf(editor.definition, ids))
  const write = (field: AnyCommonField, value: string) =>
    editor.run(`Edit ${field.label.toLowerCase()} of ${length} ${noun}s`, (transaction) => {
      for (const id of ids) {
        const record = transaction.get(id)
        if (record) field.write(transaction, record, value)
      }
    })
  return (
    <>
      <Section title="Selected">
        <ul aria-label="Selected" className="flex flex-col gap-0.5 text-sm text-fg-2">
          {counts.map(({ kind, words }) => {
            const { glyph: Glyph } = nodeOf(kind)
            return (
              <li key={kind} className="flex items-center gap-2">
                <Glyph aria-hidden className="size-3.5 text-fg-3" />
                {words}
              </li>
            )
          })}
          {steps && <li className="pl-5.5">{steps}</li>}
        </ul>
        <div className="flex flex-wrap gap-2">
          {[copy, cut, duplicate].map((command) => (
            <Button
              key={command.id}
              isDisabled={command.enabled?.(designer) === false}
              onPress={() => command.run(designer)}
            >
              {command.label.replace(' selection', '')}
            </Button>
          ))}
        </div>
      </Section>
      <Arrange />
      {fields.length > 0 && (
        <Section title={`All ${length} ${noun}s`}>
          {fields.map((field, at) => (
            <CommonControl
              key={`${field.label} ${ids.join()}`}
              field={field}
              draftKey={fieldOfAll(ids, field.label)}
              value={values[at]?.value ?? null}
              options={values[at]?.options ?? []}
              onChange={(value) => write(field, value)}
            />
          ))}
        </Section>
      )}
      <footer className="flex px-4 py-4">
        <Button variant="danger" onPress={() => deleteSelection.run(designer)}>
          Delete {length} nodes
        </Button>
      </footer>
    </>
  )
}

function formOf(definition: Definition, ids: readonly RecordId[]) {
  const records = recordsOf(definition, ids)
  const steps = ids.filter((id) => partOf(id) !== null).length
  return {
    counts: countsOf(records),
    steps: steps === 0 ? null : `${steps} ${steps === 1 ? 'step' : 'steps'} of a flow`,
    noun: records[0] ? nodeOf(records[0].kind).noun : '',
    values: commonFieldsOf(records).map((field) => ({
      value: commonValue(field, records, definition),
      options: field.options?.(definition) ?? [],
    })),
  }
}

function recordsOf(definition: Definition, ids: readonly RecordId[]): ApiRecord[] {
  return ids.flatMap((id) => definition.get(id) ?? [])
}
