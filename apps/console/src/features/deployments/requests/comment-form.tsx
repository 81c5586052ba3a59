import { kindOf } from '@penstock/model'
import type { DeployRequestDetail } from '@penstock/server'
import { Button, Kbd, Select, WithTooltip } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ProblemView } from '../../../app/problem-view.tsx'
import { shortcutKeys } from '../../../app/shortcut.ts'
import { trpc } from '../../../app/trpc.ts'
import { recordsOfChange } from '../../review/records-of-change.ts'
import { CommentField } from './comment-field.tsx'
import { onRequestAnswer } from './on-request-answer.ts'
import { useRequestContent } from './use-request-content.ts'

const route = getRouteApi('/inside/apis/$slug/deployments/requests/$number')

export interface CommentFormProps {
  slug: string
  request: DeployRequestDetail
  onSaid: () => void
}

/** Says something about the request, the change that is open, one of its nodes, or the node that is selected. */
export function CommentForm({ slug, request, onSaid }: CommentFormProps) {
  const { change: open, node } = route.useSearch()
  const content = useRequestContent(slug, request)
  const [body, setBody] = useState('')
  const [chosen, setChosen] = useState<string>()
  const answered = onRequestAnswer(slug)
  const comment = useMutation(
    trpc.deployRequests.comment.mutationOptions({
      onSuccess: (done) => {
        setBody('')
        setChosen(undefined)
        onSaid()
        answered(done)
      },
    }),
  )
  const change = request.plan.changes.find(({ id }) => id === open)
  const nodes = change ? recordsOfChange(change).slice(1) : []
  const selected = nodes.some(({ record }) => record === node) ? undefined : find(content.data, node)
  const options = [
    { value: 'all', label: 'The whole request' },
    ...(change ? [{ value: 'change', label: `Change: ${change.title}` }] : []),
    ...nodes.map(({ record, name }) => ({ value: record, label: `Node: ${name}` })),
    ...(selected ? [{ value: selected.id, label: `Node: ${kindOf(selected.kind).label(selected)}` }] : []),
  ]
  // What is looked at is meant, unless something else is chosen.
  const about = [chosen, node, 'change', 'all'].find((value) =>
    options.some((option) => option.value === value),
  )!
  const send = () => {
    const on = about === 'all' ? {} : about === 'change' ? { change: change!.id } : { record: about }
    if (!comment.isPending) comment.mutate({ slug, number: request.number, body, ...on })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <CommentField
        label="Comment"
        placeholder="Say something about it"
        value={body}
        onChange={setBody}
        onSubmit={send}
      />
      {/* Below each other: a change may have a long name. */}
      {options.length > 1 && (
        <Select aria-label="What it is about" value={about} onChange={setChosen} options={options} />
      )}
      <WithTooltip text="Comment" shortcut={<Kbd keys={shortcutKeys('mod+enter')[0] ?? []} />}>
        <Button
          type="submit"
          className="self-start"
          isDisabled={body.trim() === ''}
          isPending={comment.isPending}
        >
          Comment
        </Button>
      </WithTooltip>
      {comment.error && <ProblemView error={comment.error} layout="inline" />}
    </form>
  )
}

type Content = NonNullable<ReturnType<typeof useRequestContent>['data']>

/** A record of what is deployed, or of what that takes away. */
function find(content: Content | undefined, id: string | undefined): Content['records'][number] | undefined {
  if (!content || id === undefined) return undefined
  return [...content.records, ...content.removed].find((record) => record.id === id)
}
