import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Separator,
} from 'react-aria-components'
import { cx } from './cx.ts'
import { Popover, type PopoverProps } from './popover.tsx'

export interface MenuProps {
  /** The button that opens the menu. */
  trigger: ReactElement
  /** Read by screen readers. */
  label: string
  placement?: PopoverProps['placement']
  children: ReactNode
  className?: string
}

/** A menu of actions behind a button. */
export function Menu({ trigger, label, placement = 'bottom start', children, className }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} className={cx('min-w-48', className)}>
        <AriaMenu aria-label={label} className="p-1 outline-none">
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuItemProps {
  id?: string
  children: ReactNode
  icon?: ReactNode
  /** Shown at the right, e.g. a shortcut. */
  hint?: ReactNode
  textValue?: string
  isDanger?: boolean
  isDisabled?: boolean
  /** Draws a check mark: for choices. */
  isChecked?: boolean
  onAction?: () => void
  href?: string
}

export function MenuItem(props: MenuItemProps) {
  const { id, children, icon, hint, textValue, isDanger, isDisabled, isChecked, onAction, href } = props
  return (
    <AriaMenuItem
      {...(id ? { id } : {})}
      {...(href ? { href } : {})}
      {...(onAction ? { onAction } : {})}
      textValue={textValue ?? (typeof children === 'string' ? children : '')}
      isDisabled={isDisabled ?? false}
      className={cx(
        'flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 py-1 text-sm no-underline outline-none focus:bg-hover disabled:opacity-45',
        isDanger ? 'text-danger' : 'text-fg',
      )}
    >
      {icon && (
        <span className="flex size-4 items-center justify-center text-fg-3 [&>svg]:size-3.5">{icon}</span>
      )}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {isChecked && <Check aria-label="chosen" className="size-3.5 text-accent-fg" />}
      {hint}
    </AriaMenuItem>
  )
}

export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection>
      <Header className="px-2 pt-1.5 pb-1 text-2xs font-medium text-fg-3">{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

export function MenuSeparator() {
  return <Separator className="my-1 border-t border-line" />
}
