import type { TextFieldProps } from 'react-aria-components'

type OnKeyDown = NonNullable<TextFieldProps['onKeyDown']>

/** A key that the field makes nothing of goes on to whoever listens further up: the shortcuts of the page, say. */
export function passingOn(onKeyDown: OnKeyDown): OnKeyDown {
  return (event) => {
    onKeyDown(event)
    if (!event.isDefaultPrevented()) event.continuePropagation()
  }
}
