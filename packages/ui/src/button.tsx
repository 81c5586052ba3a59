import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from './cx.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  variant?: ButtonVariant
  /** `md` is 28 px high, `lg` 32 px. */
  size?: 'md' | 'lg'
  icon?: ReactNode
  children: ReactNode
  className?: string
  ref?: Ref<HTMLButtonElement>
}

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover pressed:bg-accent-hover',
  secondary: 'border border-line bg-raised text-fg hover:bg-hover pressed:bg-pressed',
  quiet: 'text-fg-2 hover:bg-hover hover:text-fg pressed:bg-pressed',
  danger: 'border border-line bg-raised text-danger hover:bg-removed-soft pressed:bg-removed-soft',
}

/** Class names of a button, for links that look like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: 'md' | 'lg' = 'md'): string {
  return cx(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap select-none',
    'transition-colors disabled:pointer-events-none disabled:opacity-45',
    size === 'md' ? 'h-7 px-2.5 text-sm' : 'h-8 px-3.5 text-sm',
    variants[variant],
  )
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  children,
  className,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} className={cx(buttonClass(variant, size), 'pending:opacity-70', className)}>
      {icon}
      {children}
    </AriaButton>
  )
}
