import type { ReactNode } from 'react'
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components'
import { cx } from './cx.ts'

export interface PopoverProps extends Omit<AriaPopoverProps, 'className' | 'children' | 'style'> {
  children: ReactNode
  className?: string
}

/** A floating panel beside its trigger: the one shadow level. */
export function Popover({ children, className, ...rest }: PopoverProps) {
  return (
    <AriaPopover
      offset={4}
      {...rest}
      className={cx(
        'animate-fade-in overflow-auto rounded-lg bg-raised text-fg shadow-float outline-none',
        className,
      )}
    >
      {children}
    </AriaPopover>
  )
}
