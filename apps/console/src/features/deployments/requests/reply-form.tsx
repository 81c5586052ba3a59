import { Button, Kbd, WithTooltip } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemView } from '../../../app/problem-view.tsx'
import { shortcutKeys } from '../../../app/shortcut.ts'
import { trpc } from '../../../app/trpc.ts'
import { CommentField } from './comment-field.tsx'
import { onRequestAnswer } from './on-request-answer.ts'

export interface ReplyFormProps {
  slug: string
  number: number
  /** Id of the comment that begins the thread. */
  thread: string
  onClose: () => void
}

/** Answers in a thread. */
export function ReplyForm({ slug, number, thread, onClose }: ReplyFormProps) {
  const [body, setBody] = useState('')
  const answered = onRequestAnswer(slug)
  const comment = useMutation(
    trpc.deployRequests.comment.mutationOptions({
      onSuccess: (done) => {
        answered(done)
        onClose()
      },
    }),
  )
  const send = () => {
    if (!comment.isPending) comment.mutate({ slug, number, body, replyTo: thread })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <CommentField
        label="Reply"
        value={body}
        onChange={setBody}
        onSubmit={send}
        onCancel={onClose}
        isAsked
      />
      <div className="flex gap-2">
        <WithTooltip text="Reply" shortcut={<Kbd keys={shortcutKeys('mod+enter')[0] ?? []} />}>
          <Button type="submit" isDisabled={body.trim() === ''} isPending={comment.isPending}>
            Reply
          </Button>
        </WithTooltip>
        <Button variant="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
      {comment.error && <ProblemView error={comment.error} layout="inline" />}
    </form>
  )
}
