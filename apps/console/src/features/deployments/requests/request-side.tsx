import type { DeployRequestDetail } from '@penstock/server'
import { CircleCheck, MessageSquareWarning } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Moment } from '../../../app/moment.tsx'
import { PersonName } from '../../../app/person-name.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentThread } from './comment-thread.tsx'
import { undecided } from './request-states.ts'
import { commentsIn, countThreads, threadsOf } from './threads.ts'
import { VoteForm } from './vote-form.tsx'

export interface RequestSideProps {
  slug: string
  request: DeployRequestDetail
  /** Ids of the comments that were asked for; all where none were. */
  about: readonly string[] | undefined
  onAll: () => void
}

/** What people say of a request: votes first, then the discussion. */
export function RequestSide({ slug, request, about, onAll }: RequestSideProps) {
  const { approvals, requiredApprovals, votes, discussion, state, mayVote } = request
  const threads = threadsOf(discussion)
  const shown = about
    ? threads.filter((thread) => commentsIn(thread).some((id) => about.includes(id)))
    : threads
  const all = countThreads(threads)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (about) heading.current?.focus()
  }, [about])
  const isGone = useRef(false)
  // Once what was deleted, and the dialog that asked about it, are away.
  useEffect(() => {
    if (isGone.current) heading.current?.focus()
    isGone.current = false
  }, [discussion])
  const isUndecided = undecided.includes(state)
  return (
    <div className="flex h-full flex-col overflow-y-auto border-l border-line bg-surface">
      <section aria-label="Approvals" className="border-b border-line px-4 py-3">
        <h2 className="flex items-baseline gap-2 text-xs font-medium text-fg-2">
          Approvals
          <span className="tabular font-normal text-fg-3">
            {requiredApprovals > 0 ? `${approvals} of ${requiredApprovals} given` : 'none needed'}
          </span>
        </h2>
        <ul className="mt-2 flex flex-col gap-2">
          {votes.map((vote) => (
            <li key={`${vote.round} ${vote.name}`} className={vote.isCurrent ? '' : 'opacity-70'}>
              <p className="flex items-center gap-1.5 text-sm text-fg">
                {vote.verdict === 'approve' ? (
                  <CircleCheck aria-hidden className="size-3.5 shrink-0 text-ok" />
                ) : (
                  <MessageSquareWarning aria-hidden className="size-3.5 shrink-0 text-risky" />
                )}
                <span className="min-w-0 flex-1">
                  <span className="font-medium">
                    <PersonName of={vote.name} kind={vote.actor?.kind} />
                  </span>{' '}
                  {vote.verdict === 'approve' ? 'approved' : 'asked for changes'}
                  {!vote.isCurrent && <span className="text-fg-2"> the plan from before a rebase</span>}
                </span>
                <span className="text-xs text-fg-3">
                  <Moment at={vote.at} />
                </span>
              </p>
              {vote.words && (
                <p className="mt-0.5 ml-5 text-sm break-words whitespace-pre-line text-fg-2">{vote.words}</p>
              )}
            </li>
          ))}
        </ul>
        {isUndecided &&
          (mayVote ? (
            <VoteForm key={request.round} slug={slug} request={request} />
          ) : (
            approvals < requiredApprovals && (
              <p className="mt-1 text-sm text-fg-2">You made this plan, so somebody else approves it.</p>
            )
          ))}
      </section>
      <section aria-label="Discussion" className="flex flex-col gap-3 px-4 py-3">
        <div className="flex items-baseline gap-2">
          <h2 ref={heading} tabIndex={-1} className="text-xs font-medium text-fg-2 outline-none">
            Discussion
            <span className="tabular font-normal text-fg-2">
              {about && ` · ${countThreads(shown).comments} of ${all.comments} comments`}
              {all.unresolved > 0 && ` · ${all.unresolved} unresolved`}
            </span>
          </h2>
          {about && (
            <button
              type="button"
              onClick={onAll}
              className="rounded-sm text-xs text-accent-fg underline underline-offset-2"
            >
              Show all
            </button>
          )}
        </div>
        {shown.length > 0 && (
          <ul className="flex flex-col gap-3">
            {shown.map((thread) => (
              <CommentThread
                key={`${thread.first.id} ${about !== undefined}`}
                slug={slug}
                request={request}
                thread={thread}
                isAsked={about !== undefined}
                onGone={() => {
                  isGone.current = true
                }}
              />
            ))}
          </ul>
        )}
        <CommentForm slug={slug} request={request} onSaid={onAll} />
      </section>
    </div>
  )
}
