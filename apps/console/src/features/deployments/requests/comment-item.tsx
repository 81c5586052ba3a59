import type { DeployRequestComment, DeployRequestDetail } from '@penstock/server'
import { Badge, Button, TextField } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { Moment } from '../../../app/moment.tsx'
import { PersonName, useNameOf } from '../../../app/person-name.tsx'
import { ProblemView } from '../../../app/problem-view.tsx'
import { trpc } from '../../../app/trpc.ts'
import { onRequestAnswer } from './on-request-answer.ts'
import { useRequestContent } from './use-request-content.ts'

const route = getRouteApi('/inside/apis/$slug/deployments/requests/$number')

export interface CommentItemProps {
  slug: string
  request: DeployRequestDetail
  comment: DeployRequestComment
}

/** What somebody said; its author rewords and resolves it. */
export function CommentItem({ slug, request, comment }: CommentItemProps) {
  const { id, author, actor, body, createdAt, editedAt, resolvedAt, isMine } = comment
  const nameOf = useNameOf()
  const [draft, setDraft] = useState<string>()
  const { number } = request
  const answered = onRequestAnswer(slug)
  const change = useMutation(
    trpc.deployRequests.changeComment.mutationOptions({
      onSuccess: (done) => {
        setDraft(undefined)
        answered(done)
      },
    }),
  )
  const said = { slug, number, comment: id }
  return (
    <li
      className="rounded-md border border-line px-3 py-2"
      aria-label={`Comment by ${nameOf(author, actor?.kind)}`}
    >
      <p className="flex items-center gap-1.5 text-xs text-fg-3">
        <span className="min-w-0 flex-1 truncate font-medium text-fg-2">
          <PersonName of={author} kind={actor?.kind} />
        </span>
        {editedAt && <span>edited</span>}
        <Moment at={createdAt} />
      </p>
      <Subject {...{ slug, request, comment }} />
      {draft === undefined ? (
        <p className={`mt-1 text-sm break-words whitespace-pre-line ${resolvedAt ? 'text-fg-2' : 'text-fg'}`}>
          {body}
        </p>
      ) : (
        <TextField
          aria-label="Comment"
          rows={3}
          value={draft}
          onChange={setDraft}
          maxLength={4000}
          className="mt-1"
        />
      )}
      {resolvedAt && (
        <Badge tone="ok" icon={<CircleCheck aria-hidden className="size-3" />} className="mt-1.5">
          resolved
        </Badge>
      )}
      {isMine && (
        <div className="mt-1.5 -ml-2 flex gap-1">
          {draft === undefined ? (
            <>
              <Button variant="quiet" onPress={() => setDraft(body)}>
                Edit
              </Button>
              <Button
                variant="quiet"
                isPending={change.isPending}
                onPress={() => change.mutate({ ...said, resolved: !resolvedAt })}
              >
                {resolvedAt ? 'Reopen' : 'Resolve'}
              </Button>
            </>
          ) : (
            <>
              <Button
                variant="quiet"
                isPending={change.isPending}
                isDisabled={draft.trim() === ''}
                onPress={() => change.mutate({ ...said, body: draft })}
              >
                Save
              </Button>
              <Button variant="quiet" onPress={() => setDraft(undefined)}>
                Cancel
              </Button>
            </>
          )}
        </div>
      )}
      {change.error && <ProblemView error={change.error} layout="inline" />}
    </li>
  )
}

/** What a comment is on; leads there, as long as the plan has it. */
function Subject({ slug, request, comment }: CommentItemProps) {
  const { change: _, record: __, node: ___, view, ...search } = route.useSearch()
  const content = useRequestContent(slug, request)
  if (comment.subject === null) return null
  const { change: id, record } = comment
  const target = request.plan.changes.find(
    (change) =>
      change.id === id || change.record === record || change.also.some((also) => also.record === record),
  )
  const kind = record === null ? '' : 'Node: '
  // A node may be spoken of that the plan does not touch.
  const isThere = record !== null && content.data?.records.some((each) => each.id === record)
  if (!target && !isThere)
    return (
      <p className="mt-1 text-xs text-fg-2">
        {kind}
        {comment.subject} <span className="text-fg-3">(no longer in the plan)</span>
      </p>
    )
  return (
    <p className="mt-1 text-xs">
      <Link
        to="/apis/$slug/deployments/requests/$number"
        params={{ slug, number: String(request.number) }}
        search={
          target
            ? { ...search, view, change: target.id, ...(record === null ? {} : { record }) }
            : // What the plan does not touch has no text in it: it is on the graph.
              { ...search, node: record ?? undefined }
        }
        className="text-accent-fg underline-offset-2 hover:underline"
      >
        {kind}
        {comment.subject}
      </Link>
    </p>
  )
}
