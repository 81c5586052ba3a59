import { recordsOf, type Route } from '@penstock/model'
import { Checkbox, Select } from '@penstock/ui'
import { memo, useCallback } from 'react'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { Field } from '../../fields/field.tsx'
import { Section } from '../../fields/section.tsx'
import { runItem } from '../../palette-items.ts'
import { useDerived } from '../../use-derived.ts'
import { authorizerNode } from '../authorizer/definition.ts'
import { askedBy } from './asked-by.ts'

/** Values of the list that are no record's id. */
const newOne = 'new'
const signed = 'signed'
const gone = 'gone'

/** Who may open a connection: asked for in $connect alone. */
export const AccessSection = memo(function AccessSection({ record }: { record: Route }) {
  const designer = useDesigner()
  const { editor } = designer.session
  const authorizers = useDerived(
    useCallback(
      (definition) =>
        [...recordsOf(definition, 'authorizer')].map((each) => ({
          value: each.id,
          label: each.name,
          description: authorizerNode.detail(each, definition),
        })),
      [],
    ),
  )
  const choose = (choice: string) => {
    if (choice === newOne)
      runItem(designer, 'authorizer', null, (transaction, added) => {
        const route = transaction.get(record.id)
        if (route?.kind === 'route') transaction.put(askedBy(route, added))
      })
    else
      editor.run('Change authorizer', (transaction) => {
        const route = transaction.get(record.id)
        if (route?.kind === 'route') transaction.put(askedBy(route, choice || null))
      })
  }
  const isSigned = record.authorizationType === 'AWS_IAM'
  // Its authorizer was deleted: the connection stays closed until somebody says what shall hold instead.
  const isGone = record.authorizationType === 'CUSTOM' && record.authorizer === undefined
  return (
    <Section title="Access">
      <Field path="authorizer authorizationType">
        <Select
          label="Authorizer"
          options={[
            ...(isSigned
              ? [{ value: signed, label: 'Requests signed with Amazon credentials', isDisabled: true }]
              : []),
            ...(isGone ? [{ value: gone, label: 'One that is gone: nobody gets in', isDisabled: true }] : []),
            { value: '', label: 'None' },
            ...authorizers,
            { value: newOne, label: 'New authorizer…' },
          ]}
          value={isSigned ? signed : isGone ? gone : (record.authorizer ?? '')}
          onChange={choose}
        />
      </Field>
      <Field path="apiKeyRequired">
        <Checkbox
          isSelected={record.apiKeyRequired ?? false}
          onChange={(on) =>
            setField<'route', 'apiKeyRequired'>(editor, record, 'apiKeyRequired', on || undefined)
          }
        >
          Callers need an API key
        </Checkbox>
      </Field>
    </Section>
  )
})
