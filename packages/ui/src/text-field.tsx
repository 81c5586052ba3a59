import { type HTMLInputTypeAttribute, type ReactNode, type Ref, useId } from 'react'
import {
  Input,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { cx } from './cx.ts'
import { controlClass, FieldHelp, FieldLabel } from './field.tsx'
import { passingOn } from './passing-on.ts'

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style' | 'type'> {
  /** Leave out only where `aria-label` says it. */
  label?: ReactNode
  description?: ReactNode
  /** Shown under the field, which is then marked invalid. */
  error?: ReactNode
  placeholder?: string
  /** For paths, ids and code. */
  isMono?: boolean
  type?: HTMLInputTypeAttribute
  /** Makes it a text area of this many rows. */
  rows?: number
  /** Offered while somebody types, where what is typed may also be something else. */
  suggestions?: readonly string[]
  /** Put before the text inside the control, e.g. a fixed prefix. */
  prefix?: ReactNode
  className?: string
  inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    description,
    error,
    placeholder,
    isMono,
    type = 'text',
    rows,
    prefix,
    className,
    inputRef,
    suggestions,
    onKeyDown,
    ...rest
  } = props
  const listId = useId()
  const mono = isMono && 'font-mono text-[0.78125rem]'
  return (
    <AriaTextField
      {...rest}
      {...(onKeyDown ? { onKeyDown: passingOn(onKeyDown) } : {})}
      {...(rows ? {} : { type: type as NonNullable<AriaTextFieldProps['type']> })}
      isInvalid={rest.isInvalid ?? Boolean(error)}
      className={cx('flex min-w-0 flex-col gap-1', className)}
    >
      {label && <FieldLabel>{label}</FieldLabel>}
      {rows ? (
        <TextArea
          rows={rows}
          {...(placeholder ? { placeholder } : {})}
          className={cx(controlClass, 'resize-y py-1.5', mono)}
        />
      ) : prefix ? (
        <div
          className={cx(
            controlClass,
            'flex h-7 items-center gap-1 has-focus-visible:border-focus has-focus-visible:outline-2',
          )}
        >
          <span className={cx('text-fg-3', mono)}>{prefix}</span>
          <Input
            ref={inputRef}
            {...(placeholder ? { placeholder } : {})}
            className={cx('min-w-0 flex-1 bg-transparent outline-none', mono)}
          />
        </div>
      ) : (
        <Input
          ref={inputRef}
          {...(placeholder ? { placeholder } : {})}
          {...(suggestions ? { list: listId, autoComplete: 'off' } : {})}
          className={cx(controlClass, 'h-7', mono)}
        />
      )}
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((text) => (
            <option key={text} value={text}>
              {text}
            </option>
          ))}
        </datalist>
      )}
      <FieldHelp description={description} error={error} />
    </AriaTextField>
  )
}
