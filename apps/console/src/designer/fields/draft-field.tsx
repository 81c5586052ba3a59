import { TextField } from '@penstock/ui'
import { type ReactNode, type Ref, useState } from 'react'
import { useDesigner } from '../designer-context.ts'

/**
 * A text field whose value counts when it is left or Enter is pressed: for what changes many records at once. What
 * can't be taken stays in the field with the reason, until it is mended or Escape gives it up.
 */
export function DraftField(props: {
  label?: string
  ariaLabel?: string
  value: string
  onCommit: (value: string) => void
  /** Why the text can't be taken, or null. */
  problemOf?: (value: string) => string | null
  /** What taking the text will do besides, or null. */
  effectOf?: (value: string) => string | null
  /** Under this name what can't be taken is kept while something else is selected. */
  draftKey?: string
  description?: ReactNode
  placeholder?: string
  /** Makes it a text area of this many rows, in which Enter begins a line. */
  rows?: number
  /** Offered while somebody types. */
  suggestions?: readonly string[]
  isMono?: boolean
  isReadOnly?: boolean
  inputRef?: Ref<HTMLInputElement>
}) {
  const { value, onCommit, problemOf, effectOf, draftKey } = props
  const { drafts } = useDesigner().session
  const [text, setText] = useState<string | null>(
    () => (draftKey === undefined ? undefined : drafts.get(draftKey)) ?? null,
  )
  const shown = text ?? value
  const problem = text === null ? null : (problemOf?.(text) ?? null)
  const description = (text === null ? null : effectOf?.(text)) ?? props.description
  const write = (next: string | null) => {
    setText(next)
    if (draftKey === undefined) return
    if (next === null) drafts.delete(draftKey)
    else drafts.set(draftKey, next)
  }
  const commit = () => {
    if (text === null || problem) return
    write(null)
    if (text !== value) onCommit(text)
  }
  return (
    <TextField
      data-draft
      {...(props.label ? { label: props.label } : {})}
      {...(props.ariaLabel ? { 'aria-label': props.ariaLabel } : {})}
      {...(description ? { description } : {})}
      {...(props.inputRef ? { inputRef: props.inputRef } : {})}
      {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      {...(props.suggestions ? { suggestions: props.suggestions } : {})}
      {...(props.rows ? { rows: props.rows } : {})}
      value={shown}
      onChange={write}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !props.rows) commit()
        if (event.key !== 'Escape' || text === null) return
        // Only that: the pane, which Escape leaves, would take what was typed as the field loses the keyboard.
        event.preventDefault()
        write(null)
      }}
      error={problem}
      isMono={props.isMono ?? false}
      isReadOnly={props.isReadOnly ?? false}
    />
  )
}
