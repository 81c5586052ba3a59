import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, Switch as AriaSwitch } from 'react-aria-components'
import { Check, Minus } from 'lucide-react'
import { cx } from './cx.ts'

export interface SwitchProps {
  children: ReactNode
  isSelected: boolean
  onChange: (selected: boolean) => void
  isDisabled?: boolean
  className?: string
}

export interface CheckboxProps extends SwitchProps {
  /** On for some of what it stands for, off for others. */
  isMixed?: boolean
}

/** On or off, at once. */
export function Switch({ children, isSelected, onChange, isDisabled, className }: SwitchProps) {
  return (
    <AriaSwitch
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
      className={cx(
        'group inline-flex items-center gap-2 align-middle text-sm text-fg disabled:opacity-45',
        className,
      )}
    >
      <span className="flex h-4 w-7 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-[background-color] group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-focus group-selected:bg-accent">
        <span className="size-3 rounded-full bg-surface transition-transform group-selected:translate-x-3" />
      </span>
      {children}
    </AriaSwitch>
  )
}

/** One of several that may be on, effective when the form is sent. */
export function Checkbox(props: CheckboxProps) {
  const { children, isSelected, onChange, isDisabled, isMixed, className } = props
  return (
    <AriaCheckbox
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled ?? false}
      isIndeterminate={isMixed ?? false}
      className={cx(
        'group inline-flex items-center gap-2 align-middle text-sm text-fg disabled:opacity-45',
        className,
      )}
    >
      <span className="flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-surface transition-[background-color] group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-focus group-selected:border-accent group-selected:bg-accent">
        {isMixed ? (
          <Minus aria-hidden className="size-3 text-fg" strokeWidth={3} />
        ) : (
          <Check aria-hidden className="hidden size-3 text-on-accent group-selected:block" strokeWidth={3} />
        )}
      </span>
      {children}
    </AriaCheckbox>
  )
}
