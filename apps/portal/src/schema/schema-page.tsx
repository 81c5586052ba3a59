import { Loading, Skeleton } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { schemaQuery } from '../app/queries.ts'
import { useShownApi } from '../app/shown.ts'
import { ExampleView } from '../operation/example-view.tsx'
import { PageMain } from '../parts/page-main.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'
import { Section } from '../parts/section.tsx'
import { OpenSchema } from './schema-fields.tsx'
import { SchemaSummary } from './schema-summary.tsx'

/** One named schema of the API. */
export function SchemaPage({ name }: { name: string }) {
  const { index } = useShownApi()
  const { data, error } = useQuery(schemaQuery(index, name))
  const schemas = useMemo(() => (data === undefined ? {} : { [name]: data }), [data, name])
  return (
    <div className="mx-auto max-w-4xl px-4 py-8 lg:px-8">
      <PageMain title={`${name} · ${index.title}`} heading={<span className="font-mono">{name}</span>}>
        {error ? (
          <ProblemNote error={error} />
        ) : data === undefined ? (
          <Loading label={`Loading ${name}`}>
            <Skeleton className="mt-6 h-48 w-full" />
          </Loading>
        ) : (
          <>
            <div className="mt-3">
              <SchemaSummary label={null} schema={data} schemas={schemas} isRequired={false} link={null} />
            </div>
            <Section title="Fields">
              <div className="rounded-lg border border-line bg-surface px-2">
                <OpenSchema schema={data} schemas={schemas} label={`Fields of ${name}`} />
              </div>
            </Section>
            <Section title="Example">
              <ExampleView
                mediaType="application/json"
                schema={data}
                schemas={schemas}
                examples={[]}
                label="example"
              />
            </Section>
          </>
        )}
      </PageMain>
    </div>
  )
}
