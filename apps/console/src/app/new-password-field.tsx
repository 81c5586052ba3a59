import { passwordMin } from '@penstock/server/password-length'
import { TextField } from '@penstock/ui'

/** A password that is being chosen, by the server's rule and for password managers to know as new. */
export function NewPasswordField(props: {
  value: string
  onChange: (password: string) => void
  label?: string
  /** What is to be known besides the rule. */
  hint?: string
  hasFocus?: boolean
}) {
  const rule = `At least ${passwordMin} characters`
  return (
    <TextField
      label={props.label ?? 'Password'}
      type="password"
      value={props.value}
      onChange={props.onChange}
      isRequired
      minLength={passwordMin}
      autoComplete="new-password"
      autoFocus={props.hasFocus ?? false}
      description={props.hint ? `${rule}. ${props.hint}` : rule}
    />
  )
}
