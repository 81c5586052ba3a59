import { Search, X } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import {
  Button,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components'
import { cx } from './cx.ts'
import { controlClass } from './field.tsx'
import { passingOn } from './passing-on.ts'

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'children' | 'style'> {
  /** Read by screen readers. */
  label: string
  placeholder?: string
  /** Shown at the right while the field is empty, e.g. a shortcut. */
  hint?: ReactNode
  className?: string
  inputRef?: Ref<HTMLInputElement>
}

const nothing = () => undefined

/** A search box; Escape clears it. */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, hint, className, inputRef, onKeyDown, ...rest } = props
  return (
    <AriaSearchField
      {...rest}
      // Escape is the field's own, which clears it; empty, it passes that on by itself.
      onKeyDown={(event) => (event.key === 'Escape' ? onKeyDown : passingOn(onKeyDown ?? nothing))?.(event)}
      aria-label={label}
      className={cx('group relative flex items-center', className)}
    >
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-fg-3" />
      <Input
        ref={inputRef}
        placeholder={placeholder ?? label}
        className={cx(controlClass, 'h-7 pr-7 pl-7 [&::-webkit-search-cancel-button]:hidden')}
      />
      {hint && <span className="pointer-events-none absolute right-2 hidden group-empty:block">{hint}</span>}
      <Button
        aria-label="Clear"
        className="absolute right-1 flex size-5 items-center justify-center rounded-sm text-fg-3 group-empty:hidden hover:bg-hover hover:text-fg"
      >
        <X aria-hidden className="size-3.5" />
      </Button>
    </AriaSearchField>
  )
}
