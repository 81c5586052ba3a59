import { TextField } from '@penstock/ui'
import type { ReactNode, Ref } from 'react'
import { isMac } from '../../app/shortcut.ts'
import { useDraft } from './use-draft.ts'

/** Takes a text of several lines, in which Enter begins one. */
const overLines = isMac ? '⌘ Enter' : 'Ctrl Enter'

/**
 * A text field whose value counts when it is left or Enter is pressed: for what changes many records at once. What
 * can't be taken stays in the field with the reason, until it is mended or Escape gives it up; so does what somebody
 * else overtook, until Enter takes it (with Control or Command, where Enter begins a line).
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
  const { value, onCommit, problemOf, effectOf, draftKey, rows } = props
  const draft = useDraft({ value, onCommit, problemOf, draftKey, takenBy: rows ? overLines : 'Enter' })
  const description = (draft.isTyped ? effectOf?.(draft.text) : null) ?? props.description
  return (
    <TextField
      data-draft
      {...(props.label ? { label: props.label } : {})}
      {...(props.ariaLabel ? { 'aria-label': props.ariaLabel } : {})}
      {...(description ? { description } : {})}
      {...(props.inputRef ? { inputRef: props.inputRef } : {})}
      {...(props.placeholder ? { placeholder: props.placeholder } : {})}
      {...(props.suggestions ? { suggestions: props.suggestions } : {})}
      {...(rows ? { rows } : {})}
      value={draft.text}
      onChange={draft.type}
      onBlur={draft.leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (!rows || event.ctrlKey || event.metaKey)) draft.take()
        if (event.key !== 'Escape' || !draft.isTyped) return
        // Only that: the pane, which Escape leaves, would take what was typed as the field loses the keyboard.
        event.preventDefault()
        draft.giveUp()
      }}
      error={draft.problem}
      isMono={props.isMono ?? false}
      isReadOnly={props.isReadOnly ?? false}
    />
  )
}
