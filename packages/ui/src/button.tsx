import { LoaderCircle } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from './cx.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'isPending'> {
  variant?: ButtonVariant
  /** `md` is 28 px high, `lg` 32 px. */
  size?: 'md' | 'lg'
  icon?: ReactNode
  /** It was pressed and is at work: keeps the focus, takes no more presses, shows a spinner. */
  isPending?: boolean
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
    'transition-[background-color] disabled:pointer-events-none disabled:opacity-45',
    size === 'md' ? 'h-7 px-2.5 text-sm' : 'h-8 px-3.5 text-sm',
    variants[variant],
  )
}

export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'md', icon, isPending, children, className, ...rest } = props
  const { onPress, type, ...pending } = rest
  return (
    <AriaButton
      // Not react-aria's own pending state: its announcement outlives the button and then points at nothing.
      {...(isPending ? { ...pending, type: 'button', 'aria-disabled': true } : rest)}
      className={cx(buttonClass(variant, size), isPending && 'opacity-70', className)}
    >
      {isPending ? <LoaderCircle aria-hidden className="size-3.5 animate-spin" /> : icon}
      {children}
    </AriaButton>
  )
}
