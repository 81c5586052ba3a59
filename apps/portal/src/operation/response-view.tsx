import type { JsonObject } from '@penstock/model'
import { SegmentedControl } from '@penstock/ui'
import { useState } from 'react'
import { Markdown } from '../markdown/markdown.tsx'
import { objectOf, readContent, textOf } from '../openapi/read.ts'
import { NativeSelect } from '../parts/native-select.tsx'
import { SchemaCard } from '../schema/schema-card.tsx'
import type { Schemas } from '../schema/schema-ref.ts'
import { SchemaSummary } from '../schema/schema-summary.tsx'
import { ExampleView } from './example-view.tsx'

export interface ResponseViewProps {
  status: string
  response: JsonObject
  schemas: Schemas
}

type View = 'example' | 'schema'
const views = [
  { value: 'example', label: 'Example' },
  { value: 'schema', label: 'Schema' },
] as const

/** One response: what it means, its headers, and its body as an example or as a schema. */
export function ResponseView({ status, response, schemas }: ResponseViewProps) {
  const content = readContent(response['content'])
  const [type, setType] = useState(content[0]?.type ?? '')
  const [view, setView] = useState<View>('schema')
  const media = content.find((one) => one.type === type)
  const headers = Object.entries(objectOf(response['headers']) ?? {})
  return (
    <div className="flex flex-col gap-3">
      {textOf(response['description']) !== null && (
        <Markdown text={textOf(response['description'])!} name={`status-${status}`} />
      )}
      {headers.length > 0 && (
        <div>
          <h3 className="mb-1 text-xs font-medium text-fg-2">Headers</h3>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {headers.map(([name, value]) => {
              const header = objectOf(value) ?? {}
              return (
                <li key={name} className="px-4 py-2">
                  <SchemaSummary
                    label={<code className="break-all text-fg">{name}</code>}
                    // Swagger 2.0 writes the type into the header itself.
                    schema={header['schema'] ?? header}
                    schemas={schemas}
                    isRequired={header['required'] === true}
                    description={textOf(header['description'])}
                    link={null}
                  />
                </li>
              )
            })}
          </ul>
        </div>
      )}
      {media ? (
        <div>
          <div className="mb-2 flex items-center justify-between gap-2">
            {media.schema === undefined ? (
              <span />
            ) : (
              <SegmentedControl<View>
                label="Show the body as"
                options={views}
                value={view}
                onChange={setView}
              />
            )}
            {content.length > 1 ? (
              <NativeSelect
                label={`Media type of ${status}`}
                options={content.map((one) => ({ value: one.type, label: one.type }))}
                value={type}
                onChange={setType}
              />
            ) : (
              <code className="text-xs text-fg-3">{type}</code>
            )}
          </div>
          {view === 'schema' && media.schema !== undefined ? (
            <SchemaCard key={type} schema={media.schema} schemas={schemas} label={`Fields of ${status}`} />
          ) : (
            <ExampleView
              key={type}
              mediaType={type}
              schema={media.schema}
              schemas={schemas}
              examples={media.examples}
              label={`example of ${status}`}
            />
          )}
        </div>
      ) : (
        <p className="text-fg-3">Without a body.</p>
      )}
    </div>
  )
}
