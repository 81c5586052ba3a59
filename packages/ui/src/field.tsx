import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { cx } from './cx.ts'

/** The look of every control that text is typed or chosen in. Its border changes at once: see transitions.test.ts. */
export const controlClass = cx(
  'w-full min-w-0 rounded-md border border-line-strong/60 bg-surface px-2 text-sm text-fg',
  'hover:border-line-strong focus:border-focus invalid:border-danger disabled:bg-sunken disabled:text-fg-3',
)

export function FieldLabel({ children }: { children: ReactNode }) {
  return <Label className="text-xs font-medium text-fg-2">{children}</Label>
}

/** What goes under a control: the description, and the error when there is one. */
export function FieldHelp({ description, error }: { description?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {description && (
        <Text slot="description" className="text-xs text-fg-3">
          {description}
        </Text>
      )}
      <FieldError className="text-xs text-danger">{error}</FieldError>
    </>
  )
}
