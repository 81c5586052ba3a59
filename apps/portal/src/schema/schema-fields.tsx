import type { Json } from '@penstock/model'
import { cx } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { Link } from '../app/link.tsx'
import { schemaQuery } from '../app/queries.ts'
import { useShownApi } from '../app/shown.ts'
import { ProblemNote } from '../parts/problem-note.tsx'
import { childrenOf, type SchemaChild } from './schema-children.ts'
import { follow, type Schemas } from './schema-ref.ts'
import { SchemaSummary } from './schema-summary.tsx'

/** So many lines are shown at once; the others on asking. */
const most = 100

export interface SchemaFieldsProps {
  schema: Json
  schemas: Schemas
  /** Read by screen readers. */
  label: string
}

/** The properties, items or alternatives of a schema; each opens to its own. Nothing when it has none. */
export function SchemaFields({ schema, schemas, label }: SchemaFieldsProps) {
  const [isWhole, setWhole] = useState(false)
  const children = childrenOf(schema, schemas)
  if (children.length === 0) return null
  return (
    <>
      <ul aria-label={label} className="divide-y divide-line">
        {(isWhole ? children : children.slice(0, most)).map((child, index) => (
          <SchemaLine key={`${child.label} ${index}`} child={child} schemas={schemas} />
        ))}
      </ul>
      {!isWhole && children.length > most && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="my-1 rounded-sm px-1 text-xs text-accent-fg underline underline-offset-2"
        >
          Show {children.length - most} more
        </button>
      )}
    </>
  )
}

function SchemaLine({ child, schemas }: { child: SchemaChild; schemas: Schemas }) {
  const { index, placeOf } = useShownApi()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const { name, missing } = follow(child.schema, schemas)
  const canOpen = missing !== null || childrenOf(child.schema, schemas).length > 0
  const label = (
    <span
      className={cx(
        'break-all',
        child.kind === 'property' ? 'font-mono text-[0.78125rem] text-fg' : 'text-fg-2',
      )}
    >
      {child.label}
    </span>
  )
  return (
    <li className="py-2">
      <div className="flex gap-1">
        {canOpen ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={`${isOpen ? 'Close' : 'Open'} ${child.label}`}
            onClick={() => setOpen(!isOpen)}
            className="flex size-5 shrink-0 items-center justify-center rounded-sm text-fg-3 hover:bg-hover hover:text-fg"
          >
            <ChevronRight
              aria-hidden
              className={cx('size-3.5 transition-transform', isOpen && 'rotate-90')}
            />
          </button>
        ) : (
          <span className="w-5 shrink-0" />
        )}
        <div className="min-w-0 flex-1">
          <SchemaSummary
            label={label}
            schema={child.schema}
            schemas={schemas}
            isRequired={child.required}
            link={
              name !== null && index.schemas.includes(name) ? (
                <Link
                  to={placeOf({ kind: 'schema', name })}
                  className="rounded-sm font-mono text-xs text-accent-fg hover:underline"
                >
                  {name}
                </Link>
              ) : null
            }
          />
        </div>
      </div>
      {isOpen && (
        <div id={id} className="mt-1 ml-2.5 border-l border-line pl-3">
          <OpenSchema schema={child.schema} schemas={schemas} label={`Inside ${child.label}`} />
        </div>
      )}
    </li>
  )
}

/** A schema whose fields are shown; asked for by name first when it did not come along. */
export function OpenSchema(props: SchemaFieldsProps) {
  const { missing } = follow(props.schema, props.schemas)
  return missing === null ? <SchemaFields {...props} /> : <FetchedSchema {...props} name={missing} />
}

function FetchedSchema({ name, schema, schemas, label }: SchemaFieldsProps & { name: string }) {
  const { index } = useShownApi()
  const { data, error } = useQuery(schemaQuery(index, name))
  if (error) return <ProblemNote error={error} />
  if (data === undefined) return <p role="status" className="py-1 text-xs text-fg-3">{`Loading ${name}`}</p>
  const known = { ...schemas, [name]: data }
  if (childrenOf(schema, known).length === 0)
    return <SchemaSummary label={null} schema={schema} schemas={known} isRequired={false} link={null} />
  return <OpenSchema schema={schema} schemas={known} label={label} />
}
