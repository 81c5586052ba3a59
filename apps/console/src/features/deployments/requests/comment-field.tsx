import { TextField } from '@penstock/ui'
import { shortcutProgress } from '../../../app/shortcut.ts'

export interface CommentFieldProps {
  label: string
  placeholder?: string
  value: string
  onChange: (value: string) => void
  /** Ctrl Enter, and ⌘ Enter on a Mac. */
  onSubmit: () => void
  /** Escape. */
  onCancel?: () => void
  /** It was asked for just now. */
  isAsked?: boolean
}

/** Where somebody writes a comment. Sent by keyboard as elsewhere; while it is written, these keys do nothing else. */
export function CommentField(props: CommentFieldProps) {
  const { label, placeholder, value, onChange, onSubmit, onCancel, isAsked = false } = props
  return (
    <TextField
      aria-label={label}
      {...(placeholder === undefined ? {} : { placeholder })}
      rows={3}
      value={value}
      onChange={onChange}
      maxLength={4000}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever pressed the button wants to write
      autoFocus={isAsked}
      onKeyDown={(event) => {
        if (shortcutProgress('mod+enter', [event]) === 'complete') {
          event.preventDefault()
          if (value.trim() !== '') onSubmit()
        } else if (event.key === 'Escape' && onCancel) {
          event.preventDefault()
          onCancel()
        }
      }}
    />
  )
}
