import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, ListBox, ListBoxItem, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { cx } from './cx.ts'
import { controlClass, FieldHelp, FieldLabel } from './field.tsx'
import { Popover } from './popover.tsx'

export interface SelectOption<V extends string> {
  value: V
  label: ReactNode
  /** Needed when the label is not a string: what typing searches and screen readers say. */
  textValue?: string
  description?: ReactNode
  isDisabled?: boolean
}

export interface SelectProps<V extends string> {
  /** Leave out only where `aria-label` says it. */
  label?: ReactNode
  'aria-label'?: string
  options: readonly SelectOption<V>[]
  value: V | null
  onChange: (value: V) => void
  placeholder?: string
  description?: ReactNode
  error?: ReactNode
  isDisabled?: boolean
  /** Without a border, for headers. */
  isQuiet?: boolean
  className?: string
  /** Given together where something besides the button opens the list. */
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

export function Select<V extends string>(props: SelectProps<V>) {
  const { label, options, value, onChange, placeholder, description, error, isDisabled, isQuiet, className } =
    props
  const chosen = options.find((option) => option.value === value)
  return (
    <AriaSelect
      {...(props['aria-label'] ? { 'aria-label': props['aria-label'] } : {})}
      value={value}
      onChange={(key) => {
        const option = options.find((candidate) => candidate.value === key)
        if (option) onChange(option.value)
      }}
      {...(props.isOpen === undefined ? {} : { isOpen: props.isOpen })}
      {...(props.onOpenChange ? { onOpenChange: props.onOpenChange } : {})}
      isInvalid={Boolean(error)}
      isDisabled={isDisabled ?? false}
      placeholder={placeholder ?? 'Choose'}
      className={cx('flex min-w-0 flex-col gap-1', className)}
    >
      {label && <FieldLabel>{label}</FieldLabel>}
      <Button
        className={cx(
          'flex h-7 items-center justify-between gap-1.5 text-left',
          isQuiet
            ? 'rounded-md px-1.5 text-sm font-medium text-fg transition-[background-color] hover:bg-hover pressed:bg-pressed'
            : controlClass,
        )}
      >
        <SelectValue className="min-w-0 truncate placeholder-shown:text-fg-3">
          {({ defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : chosen?.label)}
        </SelectValue>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-fg-3" />
      </Button>
      <FieldHelp description={description} error={error} />
      <Popover className="min-w-(--trigger-width)">
        <ListBox items={options} className="p-1 outline-none">
          {(option) => (
            <ListBoxItem
              id={option.value}
              textValue={option.textValue ?? (typeof option.label === 'string' ? option.label : option.value)}
              isDisabled={option.isDisabled ?? false}
              className="group flex cursor-default items-start gap-2 rounded-md px-2 py-1 text-sm outline-none focus:bg-hover disabled:opacity-45"
            >
              <span data-check className="flex h-5 w-3.5 shrink-0 items-center">
                <Check aria-hidden className="hidden size-3.5 text-accent-fg group-selected:block" />
              </span>
              <span className="min-w-0">
                <span className="block truncate">{option.label}</span>
                {option.description && (
                  <span slot="description" className="block text-xs text-fg-3">
                    {option.description}
                  </span>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
