import type { DeployRequestDetail } from '@penstock/server'
import { Button, cx } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { ChevronRight, CircleCheck } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Moment } from '../../../app/moment.tsx'
import { PersonName } from '../../../app/person-name.tsx'
import { ProblemView } from '../../../app/problem-view.tsx'
import { trpc } from '../../../app/trpc.ts'
import { CommentItem } from './comment-item.tsx'
import { CommentSubject } from './comment-subject.tsx'
import { onRequestAnswer } from './on-request-answer.ts'
import { ReplyForm } from './reply-form.tsx'
import type { Thread } from './threads.ts'

export interface CommentThreadProps {
  slug: string
  request: DeployRequestDetail
  thread: Thread
  /** It was asked for: shown in whole, also when it is resolved. */
  isAsked: boolean
  /** A comment was deleted, and the focus went with it. */
  onGone: () => void
}

/** What was said first and what others answered. Anybody answers, resolves and reopens; what is resolved is folded. */
export function CommentThread({ slug, request, thread, isAsked, onGone }: CommentThreadProps) {
  const { first, answers } = thread
  const { id, resolvedAt, resolvedBy } = first
  const { number } = request
  const isResolved = resolvedAt !== null
  const [isUnfolded, setUnfolded] = useState(isAsked)
  const [reply, setReply] = useState<'open' | 'closed'>()
  const fold = useRef<HTMLButtonElement>(null)
  const isMine = useRef(false)
  // The button that resolved it is folded away; whoever pressed it goes on from what it is folded to.
  useEffect(() => {
    if (isMine.current && isResolved) fold.current?.focus()
    isMine.current = false
  }, [isResolved])
  const answered = onRequestAnswer(slug)
  const change = useMutation(
    trpc.deployRequests.changeComment.mutationOptions({
      onSuccess: (done) => {
        setUnfolded(false)
        answered(done)
      },
    }),
  )
  const comment = { slug, number, onGone }
  return (
    <li className="rounded-md border border-line">
      {isResolved && (
        <button
          ref={fold}
          type="button"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
          className="flex w-full flex-col gap-1 rounded-md px-3 py-2 text-left text-xs text-fg-2 transition-[background-color] hover:bg-hover"
        >
          <span className="flex w-full items-center gap-1.5">
            <CircleCheck aria-hidden className="size-3.5 shrink-0 text-ok" />
            <span className="min-w-0 flex-1 truncate">
              Resolved by <PersonName of={resolvedBy?.name ?? 'somebody'} kind={resolvedBy?.actor?.kind} />
            </span>
            <span className="text-fg-3">
              <Moment at={resolvedAt} />
            </span>
            <ChevronRight
              aria-hidden
              className={cx('size-3.5 shrink-0 text-fg-3 transition-transform', isUnfolded && 'rotate-90')}
            />
          </span>
          {!isUnfolded && (
            <span className="w-full truncate text-sm">{first.isDeleted ? answers[0]?.body : first.body}</span>
          )}
        </button>
      )}
      {(!isResolved || isUnfolded) && (
        <div className={cx('flex flex-col gap-2 px-3 py-2', isResolved && 'border-t border-line')}>
          <CommentSubject slug={slug} request={request} comment={first} />
          <CommentItem {...comment} comment={first} />
          {answers.length > 0 && (
            <div className="flex flex-col gap-2 border-l-2 border-line pl-3">
              {answers.map((answer) => (
                <CommentItem key={answer.id} {...comment} comment={answer} />
              ))}
            </div>
          )}
          {reply === 'open' ? (
            <ReplyForm slug={slug} number={number} thread={id} onClose={() => setReply('closed')} />
          ) : (
            <div className="flex gap-2">
              {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the form that had the focus gave way to it */}
              <Button autoFocus={reply === 'closed'} onPress={() => setReply('open')}>
                Reply
              </Button>
              <Button
                isPending={change.isPending}
                onPress={() => {
                  isMine.current = !isResolved
                  const onError = () => void (isMine.current = false)
                  change.mutate({ slug, number, comment: id, resolved: !isResolved }, { onError })
                }}
              >
                {isResolved ? 'Reopen' : 'Resolve'}
              </Button>
            </div>
          )}
          {change.error && <ProblemView error={change.error} layout="inline" />}
        </div>
      )}
    </li>
  )
}
