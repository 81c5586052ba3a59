import { MessageSquare } from 'lucide-react'

export interface CommentCountProps {
  comments: number
  /** Threads that nobody resolved. */
  unresolved: number
}

/** How much was said of something, and how much of that is still open. Nothing where nothing was said. */
export function CommentCount({ comments, unresolved }: CommentCountProps) {
  if (comments === 0) return null
  return (
    <span className="tabular inline-flex shrink-0 items-center gap-1 text-xs whitespace-nowrap text-fg-2">
      <MessageSquare aria-hidden className="size-3" />
      {comments}
      <span className="sr-only">{comments === 1 ? ' comment' : ' comments'}</span>
      {unresolved > 0 && <span className="font-medium text-fg"> · {unresolved} unresolved</span>}
    </span>
  )
}
