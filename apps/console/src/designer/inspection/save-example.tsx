import { type Definition, exampleOf, type Json, newId, recordsOf, type WrittenRequest } from '@penstock/model'
import type { InspectionView } from '@penstock/server'
import { Button, Checkbox, TextField, toast } from '@penstock/ui'
import { BookCheck } from 'lucide-react'
import { useState } from 'react'
import { useDesigner, useStructure } from '../designer-context.ts'
import { uniqueName } from '../edits/unique-name.ts'

/** Keeps a request that was answered, with its answer as what is expected from now on. */
export function SaveExample({
  request,
  inspection,
}: {
  request: WrittenRequest
  inspection: InspectionView
}) {
  const { session } = useDesigner()
  const definition = useStructure()
  const { answer, routing } = inspection
  const winner = routing?.winner
  const isKept = winner !== undefined && winner !== null && definition.has(winner.id)
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [hasBody, setHasBody] = useState(true)
  if (!answer || !isKept) return null
  const body = jsonOf(answer.body)
  if (!isOpen)
    return (
      <Button
        className="self-start"
        icon={<BookCheck aria-hidden className="size-3.5" />}
        onPress={() => {
          setName(freeName(definition, `${winner.method} ${winner.path} ${answer.status}`))
          setOpen(true)
        }}
      >
        Save as example
      </Button>
    )
  const isTaken = [...recordsOf(definition, 'example')].some((example) => example.name === name.trim())
  const problem =
    name.trim() === '' ? 'A name is needed.' : isTaken ? 'There is an example with this name.' : null
  const save = () => {
    if (problem) return
    const call = { method: request.method, path: request.url, headers: request.headers }
    const contentType = mediaType(answer.headers)
    session.editor.run('Save example', (transaction) =>
      transaction.put({
        kind: 'example',
        id: newId('example'),
        name: name.trim(),
        ...exampleOf(
          definition,
          winner.id,
          request.body === undefined ? call : { ...call, body: request.body },
        ),
        expect: {
          status: answer.status,
          ...(contentType === undefined ? {} : { contentType }),
          ...(hasBody && body !== undefined ? { body } : {}),
        },
      }),
    )
    setOpen(false)
    toast({
      title: `Saved the example “${name.trim()}”`,
      description: 'It is run when the draft is reviewed.',
    })
  }
  return (
    <form
      aria-label="Save as example"
      className="flex flex-col gap-2 rounded-md border border-line bg-raised p-2"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField autoFocus label="Name of the example" value={name} onChange={setName} error={problem} />
      {body !== undefined && (
        <Checkbox isSelected={hasBody} onChange={setHasBody}>
          Expect this body too
        </Checkbox>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Save
        </Button>
        <Button variant="quiet" onPress={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function freeName(definition: Definition, wanted: string): string {
  const taken = new Set([...recordsOf(definition, 'example')].map((example) => example.name))
  return uniqueName(taken, wanted, ' ')
}

type Body = NonNullable<InspectionView['answer']>['body']

function jsonOf(body: Body): Json | undefined {
  if (!body || body.encoding !== 'text' || !body.whole) return undefined
  try {
    return JSON.parse(body.text) as Json
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function mediaType(headers: readonly (readonly [string, string])[]): string | undefined {
  const value = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return value?.split(';')[0]?.trim()
}
