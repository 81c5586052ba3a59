import type { Json } from '@penstock/model'
import { Link } from '../app/link.tsx'
import { useShownApi } from '../app/shown.ts'
import { OpenSchema } from './schema-fields.tsx'
import { follow, type Schemas } from './schema-ref.ts'
import { SchemaSummary } from './schema-summary.tsx'

/** A whole schema in a frame: what it is, then its fields. */
export function SchemaCard({ schema, schemas, label }: { schema: Json; schemas: Schemas; label: string }) {
  const { index, placeOf } = useShownApi()
  const { name } = follow(schema, schemas)
  return (
    <div className="rounded-lg border border-line bg-surface">
      <div className="border-b border-line px-4 py-2 last:border-b-0">
        <SchemaSummary
          label={null}
          schema={schema}
          schemas={schemas}
          isRequired={false}
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
      <div className="px-2 empty:hidden">
        <OpenSchema schema={schema} schemas={schemas} label={label} />
      </div>
    </div>
  )
}
