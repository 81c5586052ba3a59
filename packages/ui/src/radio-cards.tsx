import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { cx } from './cx.ts'

export interface RadioCardsProps<V extends string> {
  label: string
  options: readonly { value: V; label: ReactNode; description: ReactNode; isDisabled?: boolean }[]
  value: V
  onChange: (value: V) => void
  className?: string
}

/** A choice whose options need a sentence each. */
export function RadioCards<V extends string>({
  label,
  options,
  value,
  onChange,
  className,
}: RadioCardsProps<V>) {
  return (
    <RadioGroup
      value={value}
      onChange={(next) => {
        const option = options.find((candidate) => candidate.value === next)
        if (option) onChange(option.value)
      }}
      className={cx('flex flex-col gap-1.5', className)}
    >
      <Label className="text-xs font-medium text-fg-2">{label}</Label>
      {options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          isDisabled={option.isDisabled ?? false}
          className="group flex items-start gap-2.5 rounded-md border border-line bg-surface px-3 py-2.5 transition-[background-color] hover:bg-hover focus-visible:outline-2 focus-visible:outline-focus selected:border-accent disabled:opacity-45"
        >
          <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface group-selected:border-accent">
            <span className="hidden size-2 rounded-full bg-accent group-selected:block" />
          </span>
          <span className="min-w-0">
            <span className="block text-sm font-medium text-fg">{option.label}</span>
            <span className="block text-xs text-fg-2">{option.description}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
