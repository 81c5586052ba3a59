import type { RecordId } from '@penstock/model'
import { DraftField } from './draft-field.tsx'
import { Field } from './field.tsx'

/** A few words in a row with commas between; none take the field out. */
export function ListField(props: {
  /** Whose field it is: what can't be taken is kept while something else is selected. */
  record: RecordId
  path: string
  label: string
  values: readonly string[] | undefined
  onChange: (values: string[] | undefined) => void
  problemOf?: (value: string) => string | null
  placeholder?: string
  description?: string
  isMono?: boolean
}) {
  const { record, path, label, values, onChange, problemOf, placeholder, description, isMono } = props
  return (
    <Field path={path}>
      <DraftField
        label={label}
        draftKey={`${record} ${path}`}
        value={(values ?? []).join(', ')}
        isMono={isMono ?? false}
        {...(placeholder ? { placeholder } : {})}
        {...(description ? { description } : {})}
        problemOf={(text) =>
          wordsOf(text)
            .map((word) => problemOf?.(word) ?? null)
            .find((problem) => problem !== null) ?? null
        }
        onCommit={(text) => {
          const words = wordsOf(text)
          onChange(words.length > 0 ? words : undefined)
        }}
      />
    </Field>
  )
}

function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
}
