import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { go } from './address.ts'
import { type Place, writePlace } from './place.ts'

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: Place
}

/** A real link: opened here on a plain click, and in a new tab or window whenever the reader asks for that. */
export function Link({ to, onClick, children, ...rest }: LinkProps) {
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || !isPlain(event)) return
    event.preventDefault()
    go(to)
  }
  return (
    <a {...rest} href={writePlace(to)} onClick={open}>
      {children}
    </a>
  )
}

function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey
}
