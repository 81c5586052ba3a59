import { type Example, exampleCall, type RecordId, recordsOf, type WrittenRequest } from '@penstock/model'
import type { ExampleRun } from '@penstock/server'
import { Button } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../app/trpc.ts'
import { ExampleOutcome } from '../../app/example-outcome.tsx'
import { useDefinition, useDesigner } from '../designer-context.ts'
import { InspectionFailure } from './inspection-failure.tsx'
import { UnsavedNote } from './unsaved-note.tsx'
import { saveFirst } from './unsaved.ts'

/** The examples of a method: to fill the form with, and to run, each with what came of it. */
export function ExampleList(props: {
  method: RecordId
  stage: string
  onFill: (request: WrittenRequest) => void
}) {
  const { method, stage, onFill } = props
  const { session } = useDesigner()
  const definition = useDefinition()
  const run = useMutation(trpc.examples.run.mutationOptions())
  const [unsaved, setUnsaved] = useState<string | null>(null)
  const examples = [...recordsOf(definition, 'example')].filter((example) => example.method === method)
  if (examples.length === 0) return null
  const runThem = async (which: readonly Example[]) => {
    setUnsaved(await saveFirst(session.autosave))
    // Whoever presses Run on a method means it, also where it changes something.
    run.mutate({ slug: session.slug, stage, ids: which.map(({ id }) => id), unsafe: true })
  }
  const runs = new Map<RecordId, ExampleRun>((run.data ?? []).map((one) => [one.id, one]))
  return (
    <section aria-label="Examples" className="flex flex-col gap-1 border-t border-line pt-2">
      <div className="flex items-center justify-between">
        <h2 className="text-xs font-semibold">Examples</h2>
        <Button variant="quiet" isPending={run.isPending} onPress={() => void runThem(examples)}>
          {examples.length === 1 ? 'Run it' : `Run all ${examples.length}`}
        </Button>
      </div>
      <UnsavedNote reason={unsaved} />
      {run.error && <InspectionFailure error={run.error} />}
      <ul className="flex flex-col gap-1">
        {examples.map((example) => {
          const call = exampleCall(definition, example)
          const result = runs.get(example.id)
          return (
            <li key={example.id} className="flex flex-col">
              <div className="flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate text-sm">{example.name}</span>
                {result && <ExampleOutcome run={result} />}
                <Button
                  variant="quiet"
                  className="h-6"
                  aria-label={`Fill the form with ${example.name}`}
                  isDisabled={call === null}
                  onPress={() => {
                    if (!call) return
                    const { path: url, ...rest } = call
                    onFill({ ...rest, url })
                  }}
                >
                  Fill in
                </Button>
              </div>
              {result?.problems.map((problem) => (
                <p key={problem} className="text-xs break-words text-fg-2">
                  {problem}
                </p>
              ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
