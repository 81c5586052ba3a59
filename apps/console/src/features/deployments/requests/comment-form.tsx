import type { DeployRequestDetail } from '@penstock/server'
import { Button, Select, TextField } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ProblemView } from '../../../app/problem-view.tsx'
import { trpc } from '../../../app/trpc.ts'
import { recordsOfChange } from '../../review/records-of-change.ts'
import { onRequestAnswer } from './on-request-answer.ts'

const route = getRouteApi('/inside/apis/$slug/deployments/requests/$number')

/** Says something about the request, the change that is open, or one of its nodes. */
export function CommentForm({ slug, request }: { slug: string; request: DeployRequestDetail }) {
  const { change: open } = route.useSearch()
  const [body, setBody] = useState('')
  const [chosen, setChosen] = useState<string>()
  const answered = onRequestAnswer(slug)
  const comment = useMutation(
    trpc.deployRequests.comment.mutationOptions({
      onSuccess: (done) => {
        setBody('')
        setChosen(undefined)
        answered(done)
      },
    }),
  )
  const change = request.plan.changes.find(({ id }) => id === open)
  const nodes = change ? recordsOfChange(change).slice(1) : []
  const options = [
    { value: 'all', label: 'The whole request' },
    ...(change ? [{ value: 'change', label: `Change: ${change.title}` }] : []),
    ...nodes.map(({ record, name }) => ({ value: record, label: `Node: ${name}` })),
  ]
  // What is looked at is meant, unless something else is chosen.
  const about = options.find(({ value }) => value === chosen)?.value ?? (change ? 'change' : 'all')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const on = about === 'all' ? {} : about === 'change' ? { change: change!.id } : { record: about }
    comment.mutate({ slug, number: request.number, body, ...on })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <TextField
        aria-label="Comment"
        placeholder="Say something about it"
        rows={3}
        value={body}
        onChange={setBody}
        maxLength={4000}
      />
      {/* Below each other: a change may have a long name. */}
      {options.length > 1 && (
        <Select aria-label="What it is about" value={about} onChange={setChosen} options={options} />
      )}
      <Button
        type="submit"
        className="self-start"
        isDisabled={body.trim() === ''}
        isPending={comment.isPending}
      >
        Comment
      </Button>
      {comment.error && <ProblemView error={comment.error} layout="inline" />}
    </form>
  )
}
