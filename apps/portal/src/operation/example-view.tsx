import type { Json } from '@penstock/model'
import { CodeBlock } from '@penstock/ui'
import { useState } from 'react'
import { encodeBody } from '../call/encode-body.ts'
import type { NamedExample } from '../openapi/read.ts'
import { NativeSelect } from '../parts/native-select.tsx'
import type { Schemas } from '../schema/schema-ref.ts'
import { useSample } from './use-sample.ts'

export interface ExampleViewProps {
  mediaType: string
  schema: Json | undefined
  schemas: Schemas
  /** Of the description; without any, one is made up from the schema. */
  examples: readonly NamedExample[]
  /** Read by screen readers: "example of 200". */
  label: string
}

export function ExampleView({ mediaType, schema, schemas, examples, label }: ExampleViewProps) {
  const [chosen, setChosen] = useState(0)
  const given = examples[chosen]
  const { value, isReady } = useSample(schema, schemas, false, given?.value)
  if (!isReady && schema !== undefined) return <p className="text-xs text-fg-3">Making an example</p>
  if (value === undefined) return <p className="text-xs text-fg-3">There is no example.</p>
  return (
    <div className="flex flex-col gap-2">
      {examples.length > 1 && (
        <NativeSelect
          label={`Choose ${label}`}
          options={examples.map(({ name, summary }, index) => ({
            value: String(index),
            label: summary ?? name,
          }))}
          value={String(chosen)}
          onChange={(index) => setChosen(Number(index))}
          className="max-w-72"
        />
      )}
      <CodeBlock code={encodeBody(mediaType, value)} label={label} className="[&_pre]:max-h-96" />
    </div>
  )
}
