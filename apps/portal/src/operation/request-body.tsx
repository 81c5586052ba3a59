import type { JsonObject } from '@penstock/model'
import { useState } from 'react'
import { Markdown } from '../markdown/markdown.tsx'
import { readContent, textOf } from '../openapi/read.ts'
import { NativeSelect } from '../parts/native-select.tsx'
import { Section } from '../parts/section.tsx'
import { SchemaCard } from '../schema/schema-card.tsx'
import type { Schemas } from '../schema/schema-ref.ts'

export function RequestBody({ body, schemas }: { body: JsonObject; schemas: Schemas }) {
  const content = readContent(body['content'])
  const [chosen, setChosen] = useState(content[0]?.type ?? '')
  const media = content.find(({ type }) => type === chosen)
  const description = textOf(body['description'])
  return (
    <Section
      title={
        <>
          Request body{' '}
          {body['required'] === true && <span className="text-xs font-medium text-risky">required</span>}
        </>
      }
      aside={
        content.length > 1 ? (
          <NativeSelect
            label="Media type of the request body"
            options={content.map(({ type }) => ({ value: type, label: type }))}
            value={chosen}
            onChange={setChosen}
          />
        ) : (
          <code className="text-xs text-fg-3">{chosen}</code>
        )
      }
    >
      {description !== null && <Markdown text={description} name="body" className="mb-2" />}
      {media?.schema !== undefined && (
        <SchemaCard key={chosen} schema={media.schema} schemas={schemas} label="Fields of the request body" />
      )}
    </Section>
  )
}
