import { type Api, defaultRouteSelection } from '@penstock/model'
import { compileSelection } from '@penstock/template'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { DraftField } from '../../fields/draft-field.tsx'
import { Field } from '../../fields/field.tsx'
import { Section } from '../../fields/section.tsx'

/** How the messages of a WebSocket API ask for their routes. */
export function MessagesSection({ record }: { record: Api }) {
  const { editor } = useDesigner().session
  return (
    <Section title="Messages">
      <Field path="routeSelectionExpression">
        <DraftField
          key={record.id}
          label="Route selection expression"
          isMono
          draftKey={`${record.id} selection`}
          description="What of a message is the key of its route. Text may stand around ${request.body.name}."
          value={record.routeSelectionExpression ?? defaultRouteSelection}
          problemOf={(value) => {
            const problem = compileSelection(value)
            return typeof problem === 'string' ? `It ${problem}.` : null
          }}
          onCommit={(value) =>
            setField<'api', 'routeSelectionExpression'>(editor, record, 'routeSelectionExpression', value)
          }
        />
      </Field>
    </Section>
  )
}
