import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from './cx.ts'
import { WithTooltip } from './tooltip.tsx'

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  /** Read by screen readers and shown as the tooltip. */
  label: string
  /** Shown behind the label in the tooltip. */
  shortcut?: ReactNode
  children: ReactNode
  isSelected?: boolean
  size?: 'sm' | 'md'
  className?: string
}

export function IconButton({
  label,
  shortcut,
  children,
  isSelected,
  size = 'md',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <WithTooltip text={label} shortcut={shortcut}>
      <AriaButton
        {...rest}
        aria-label={label}
        {...(isSelected === undefined ? {} : { 'aria-pressed': isSelected })}
        className={cx(
          'inline-flex shrink-0 items-center justify-center rounded-md text-fg-2 transition-[background-color] hover:bg-hover hover:text-fg',
          'pressed:bg-pressed disabled:pointer-events-none disabled:opacity-45',
          isSelected && 'bg-accent-soft text-accent-fg',
          size === 'md' ? 'size-7' : 'size-6',
          className,
        )}
      >
        {children}
      </AriaButton>
    </WithTooltip>
  )
}
