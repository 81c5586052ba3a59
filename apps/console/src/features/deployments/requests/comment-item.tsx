import type { DeployRequestComment } from '@penstock/server'
import { Button, ConfirmDialog } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Moment } from '../../../app/moment.tsx'
import { PersonName, useNameOf } from '../../../app/person-name.tsx'
import { ProblemView } from '../../../app/problem-view.tsx'
import { trpc } from '../../../app/trpc.ts'
import { CommentField } from './comment-field.tsx'
import { onRequestAnswer } from './on-request-answer.ts'

export interface CommentItemProps {
  slug: string
  number: number
  comment: DeployRequestComment
  /** It was deleted: what has the focus is gone with it. */
  onGone: () => void
}

/** What somebody said; its author rewords and deletes it. */
export function CommentItem({ slug, number, comment, onGone }: CommentItemProps) {
  const { id, author, actor, body, createdAt, editedAt, isMine, isDeleted } = comment
  const nameOf = useNameOf()
  const [draft, setDraft] = useState<string>()
  const [wasEdited, setEdited] = useState(false)
  const [isDeleting, setDeleting] = useState(false)
  const answered = onRequestAnswer(slug)
  const said = { slug, number, comment: id }
  const close = () => {
    setDraft(undefined)
    setEdited(true)
  }
  const change = useMutation(
    trpc.deployRequests.changeComment.mutationOptions({
      onSuccess: (done) => {
        answered(done)
        close()
      },
    }),
  )
  const remove = useMutation(
    trpc.deployRequests.removeComment.mutationOptions({
      onSuccess: (done) => {
        setDeleting(false)
        answered(done)
        onGone()
      },
      onError: () => setDeleting(false),
    }),
  )
  if (isDeleted)
    return (
      <p className="text-sm text-fg-2">
        <PersonName of={author} kind={actor?.kind} /> deleted this comment.
      </p>
    )
  const save = () => {
    if (!change.isPending) change.mutate({ ...said, body: draft! })
  }
  return (
    <article aria-label={`Comment by ${nameOf(author, actor?.kind)}`}>
      <p className="flex items-center gap-1.5 text-xs text-fg-3">
        <span className="min-w-0 flex-1 truncate font-medium text-fg-2">
          <PersonName of={author} kind={actor?.kind} />
        </span>
        {editedAt && <span>edited</span>}
        <Moment at={createdAt} />
      </p>
      {draft === undefined ? (
        <p className="mt-1 text-sm break-words whitespace-pre-line text-fg">{body}</p>
      ) : (
        <div className="mt-1">
          <CommentField
            label="Comment"
            value={draft}
            onChange={setDraft}
            onSubmit={save}
            onCancel={close}
            isAsked
          />
        </div>
      )}
      {isMine && (
        <div className="mt-1 -ml-2 flex gap-1">
          {draft === undefined ? (
            <>
              {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the field that had the focus gave way to it */}
              <Button variant="quiet" autoFocus={wasEdited} onPress={() => setDraft(body)}>
                Edit
              </Button>
              <Button variant="quiet" onPress={() => setDeleting(true)}>
                Delete
              </Button>
            </>
          ) : (
            <>
              <Button
                variant="quiet"
                isPending={change.isPending}
                isDisabled={draft.trim() === ''}
                onPress={save}
              >
                Save
              </Button>
              <Button variant="quiet" onPress={close}>
                Cancel
              </Button>
            </>
          )}
        </div>
      )}
      {(change.error ?? remove.error) && <ProblemView error={change.error ?? remove.error} layout="inline" />}
      <ConfirmDialog
        isOpen={isDeleting}
        onClose={() => setDeleting(false)}
        title="Delete this comment?"
        confirmLabel="Delete comment"
        isDanger
        isPending={remove.isPending}
        onConfirm={() => remove.mutate(said)}
      >
        Its words are gone for everybody. What others answered stays.
      </ConfirmDialog>
    </article>
  )
}
