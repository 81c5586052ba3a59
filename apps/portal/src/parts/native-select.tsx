import { controlClass, cx } from '@penstock/ui'
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'

export interface NativeSelectProps {
  label: string
  /** Shows the label above; otherwise only screen readers get it. */
  isLabelShown?: boolean
  options: readonly { readonly value: string; readonly label: string }[]
  value: string
  onChange: (value: string) => void
  className?: string
}

/** The browser's own choice list: at home on every device, and nothing to load. */
export function NativeSelect({
  label,
  isLabelShown,
  options,
  value,
  onChange,
  className,
}: NativeSelectProps) {
  const id = useId()
  return (
    <div className={cx('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={id} className={isLabelShown ? 'text-xs font-medium text-fg-2' : 'sr-only'}>
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={cx(controlClass, 'h-7 appearance-none truncate pr-7')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1.5 right-2 size-3.5 text-fg-3"
        />
      </div>
    </div>
  )
}
