import type { Json } from '@penstock/model'
import { TextField } from '@penstock/ui'
import { useState } from 'react'
import { useDesigner } from '../designer-context.ts'
import { type Draft, typedInto } from './draft.ts'
import { readJson } from './json-problem.ts'

/** JSON as text. What can't be taken stays in the field, also while something else is selected, and says why. */
export function JsonField(props: {
  label: string
  value: Json | undefined
  /** `from` is what the text said when it was taken last, or when somebody began to type. */
  onChange: (value: Json, from: Json | undefined) => void
  /** Why a value can't be taken, or null. */
  problemOf?: (value: Json, from: Json | undefined) => string | null
  /** Under this name what can't be taken is kept. */
  draftKey: string
  rows?: number
  isReadOnly?: boolean
}) {
  const { value, onChange, problemOf, draftKey } = props
  const { drafts } = useDesigner().session
  const [draft, setDraft] = useState<Draft | null>(() => drafts.get(draftKey) ?? null)
  const written = value === undefined ? '' : JSON.stringify(value, null, 2)
  const problemIn = ({ text, from }: Draft): string | null => {
    const read = readJson(text)
    if (read.problem) return read.problem.message
    const said = problemOf?.(read.value, valueOf(from)) ?? null
    return said && `Not saved: ${said}`
  }
  const problem = draft && problemIn(draft)
  const type = (text: string) => {
    const next = typedInto(draft, written, text)
    if (problemIn(next) !== null) {
      setDraft(next)
      drafts.set(draftKey, next, true)
      return
    }
    setDraft({ text, from: text })
    drafts.delete(draftKey)
    onChange(JSON.parse(text) as Json, valueOf(next.from))
  }
  return (
    <TextField
      label={props.label}
      value={draft?.text ?? written}
      rows={props.rows ?? 12}
      isMono
      isReadOnly={props.isReadOnly ?? false}
      error={problem}
      onChange={type}
      onBlur={() => {
        if (problem === null) setDraft(null)
      }}
    />
  )
}

function valueOf(text: string): Json | undefined {
  return text === '' ? undefined : (JSON.parse(text) as Json)
}
