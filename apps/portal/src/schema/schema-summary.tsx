import type { Json } from '@penstock/model'
import type { ReactNode } from 'react'
import { Markdown } from '../markdown/markdown.tsx'
import { textOf } from '../openapi/read.ts'
import { factsOf, valuesOf } from './schema-facts.ts'
import { partsOf, said } from './schema-parts.ts'
import { follow, type Schemas } from './schema-ref.ts'
import { typeOf } from './schema-type.ts'
import { ValueList } from './value-list.tsx'

export interface SchemaSummaryProps {
  label: ReactNode
  schema: Json
  schemas: Schemas
  isRequired: boolean
  isDeprecated?: boolean
  /** What the schema is called, as a link. */
  link: ReactNode
  /** Said of the place rather than of the schema; goes first. */
  description?: string | null
}

/** One line about a value: its name, type, whether it has to be there, limits, allowed values and what it means. */
export function SchemaSummary(props: SchemaSummaryProps) {
  const { label, schema, schemas, isRequired, isDeprecated, link, description } = props
  const { parts } = partsOf(schema, schemas)
  const text = description ?? textOf(said(parts, 'description')) ?? textOf(said(parts, 'title'))
  const facts = factsOf(parts)
  // A schema that is not here yet has no type but its name, which the link says.
  const type = link !== null && follow(schema, schemas).missing !== null ? '' : typeOf(schema, schemas)
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        {label}
        {type !== '' && <span className="text-xs text-fg-3">{type}</span>}
        {link}
        {isRequired && <span className="text-xs font-medium text-risky">required</span>}
        {(isDeprecated ?? said(parts, 'deprecated') === true) && (
          <span className="text-xs font-medium text-breaking">deprecated</span>
        )}
      </div>
      {facts.length > 0 && (
        <p className="text-xs break-words text-fg-3">
          {facts.map((fact, index) => (
            <span key={fact}>
              {index > 0 && ' · '}
              {fact}
            </span>
          ))}
        </p>
      )}
      <ValueList values={valuesOf(parts)} />
      {text !== null && <Markdown text={text} level={4} className="mt-0.5 text-xs" />}
    </>
  )
}
