import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { cx } from './cx.ts'

export interface SegmentedControlProps<V extends string> {
  /** Read by screen readers. */
  label: string
  options: readonly { value: V; label: ReactNode; ariaLabel?: string }[]
  value: V
  onChange: (value: V) => void
  isDisabled?: boolean
  /** Id of what explains the choice. */
  describedBy?: string
  className?: string
}

/** A choice of two to five, all in sight. */
export function SegmentedControl<V extends string>(props: SegmentedControlProps<V>) {
  const { label, options, value, onChange, isDisabled = false, describedBy, className } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const option = options.find((candidate) => keys.has(candidate.value))
        if (option) onChange(option.value)
      }}
      className={cx(
        'inline-flex h-7 items-center gap-0.5 rounded-md bg-sunken p-0.5 ring-1 ring-line ring-inset',
        className,
      )}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          {...(option.ariaLabel ? { 'aria-label': option.ariaLabel } : {})}
          className="flex h-6 items-center gap-1 rounded-sm px-2 text-xs font-medium text-fg-2 transition-[background-color] hover:text-fg selected:bg-raised selected:text-fg selected:shadow-[0_0_0_1px_var(--line),0_1px_2px_oklch(0_0_0/0.06)]"
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
