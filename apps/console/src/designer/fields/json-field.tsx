import type { Json } from '@penstock/model'
import { TextField } from '@penstock/ui'
import { useState } from 'react'

/** JSON as text. What does not parse stays in the field, is not saved, and says why. */
export function JsonField(props: {
  label: string
  value: Json | undefined
  onChange: (value: Json) => void
  /** The field is left: what comes next begins with the value as it is then. */
  onLeave?: () => void
  rows?: number
  isReadOnly?: boolean
}) {
  const [text, setText] = useState<string | null>(null)
  const written = props.value === undefined ? '' : JSON.stringify(props.value, null, 2)
  const shown = text ?? written
  const problem = text === null ? null : problemOf(text)
  return (
    <TextField
      label={props.label}
      value={shown}
      rows={props.rows ?? 12}
      isMono
      isReadOnly={props.isReadOnly ?? false}
      error={problem}
      onChange={(next) => {
        setText(next)
        if (problemOf(next) === null) props.onChange(JSON.parse(next) as Json)
      }}
      onBlur={() => {
        if (problem !== null) return
        setText(null)
        props.onLeave?.()
      }}
    />
  )
}

function problemOf(text: string): string | null {
  try {
    JSON.parse(text)
    return null
  } catch (error) {
    return error instanceof SyntaxError ? `Not saved: ${error.message}` : 'Not saved: this is not JSON.'
  }
}
