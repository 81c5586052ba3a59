import type { DeployRequestComment, DeployRequestDetail } from '@penstock/server'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useRequestContent } from './use-request-content.ts'

const route = getRouteApi('/inside/apis/$slug/deployments/requests/$number')

export interface CommentSubjectProps {
  slug: string
  request: DeployRequestDetail
  comment: DeployRequestComment
}

/** What a comment is on; leads there, as long as the plan has it. */
export function CommentSubject({ slug, request, comment }: CommentSubjectProps) {
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
      <p className="text-xs text-fg-2">
        {kind}
        {comment.subject} <span className="text-fg-3">(no longer in the plan)</span>
      </p>
    )
  return (
    <p className="text-xs">
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
