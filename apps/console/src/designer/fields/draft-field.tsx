import { TextField } from '@penstock/ui'
import { type ReactNode, type Ref, useState } from 'react'

/** A text field whose value counts when it is left or Enter is pressed: for what changes many records at once. */
export function DraftField(props: {
  label?: string
  ariaLabel?: string
  value: string
  onCommit: (value: string) => void
  /** Why the text can't be taken, or null. */
  problemOf?: (value: string) => string | null
  description?: ReactNode
  isMono?: boolean
  isReadOnly?: boolean
  inputRef?: Ref<HTMLInputElement>
}) {
  const { value, onCommit, problemOf } = props
  const [text, setText] = useState<string | null>(null)
  const shown = text ?? value
  const problem = text === null ? null : (problemOf?.(text) ?? null)
  const commit = () => {
    if (text !== null && text !== value && !problem) onCommit(text)
    setText(null)
  }
  return (
    <TextField
      {...(props.label ? { label: props.label } : {})}
      {...(props.ariaLabel ? { 'aria-label': props.ariaLabel } : {})}
      {...(props.description ? { description: props.description } : {})}
      {...(props.inputRef ? { inputRef: props.inputRef } : {})}
      value={shown}
      onChange={setText}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') setText(null)
      }}
      error={problem}
      isMono={props.isMono ?? false}
      isReadOnly={props.isReadOnly ?? false}
    />
  )
}
