import { controlClass, cx } from '@penstock/ui'
import { ChevronDown } from 'lucide-react'
import { objectOf, type Parameter } from '../openapi/read.ts'
import { valuesOf } from '../schema/schema-facts.ts'
import { partsOf, said } from '../schema/schema-parts.ts'
import type { Schemas } from '../schema/schema-ref.ts'
import { typeOf } from '../schema/schema-type.ts'
import { parameterKey } from './build-call.ts'
import { fieldId } from './field-id.ts'
import { isList, isObject, wordOf } from './serialise-parameter.ts'

export interface ParameterFieldProps {
  parameter: Parameter
  schemas: Schemas
  value: string
  onChange: (value: string) => void
  isMissing: boolean
}

/** One parameter to fill in: a choice where the description lists the values, else a line of text. */
export function ParameterField({ parameter, schemas, value, onChange, isMissing }: ParameterFieldProps) {
  const { parts } = partsOf(parameter.schema, schemas)
  const id = fieldId(parameterKey(parameter))
  const type = typeOf(parameter.schema, schemas)
  const choices = isList(parameter) ? [] : type.startsWith('boolean') ? [true, false] : valuesOf(parts)
  const preset = said(parts, 'default') ?? objectOf(parameter.schema)?.['default']
  const shared = {
    id,
    value,
    'aria-required': parameter.required,
    'aria-invalid': isMissing,
    'aria-describedby': `${id}-help`,
  }
  const look = cx(controlClass, 'h-7 font-mono text-[0.78125rem] aria-invalid:border-danger')
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline gap-2">
        <label htmlFor={id} className="font-mono text-xs break-all text-fg">
          {parameter.name}
        </label>
        <span className="text-xs text-fg-3">{type}</span>
        {parameter.required && <span className="text-xs text-risky">required</span>}
      </div>
      {choices.length > 0 ? (
        <div className="relative">
          <select
            {...shared}
            onChange={(event) => onChange(event.target.value)}
            className={cx(look, 'appearance-none pr-7')}
          >
            <option value="">
              {preset === undefined ? 'not sent' : `not sent (default ${wordOf(preset)})`}
            </option>
            {choices.map((choice) => (
              <option key={wordOf(choice)} value={wordOf(choice)}>
                {wordOf(choice)}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute top-1.5 right-2 size-3.5 text-fg-3"
          />
        </div>
      ) : (
        <input
          {...shared}
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={preset === undefined ? '' : wordOf(preset)}
          onChange={(event) => onChange(event.target.value)}
          className={look}
        />
      )}
      <p id={`${id}-help`} className="text-xs text-fg-3 empty:hidden">
        {isMissing ? (
          <span className="text-danger">Fill this in: the call cannot be made without it.</span>
        ) : isList(parameter) ? (
          'Values with commas between them'
        ) : isObject(parameter) ? (
          'As JSON'
        ) : null}
      </p>
    </div>
  )
}
