import { Button, Dialog, TextField } from '@penstock/ui'
import type { FormEvent } from 'react'

export interface RequestWords {
  readonly title: string
  readonly description: string
}

export interface OpenRequestDialogProps {
  stage: string
  words: RequestWords
  onWords: (words: RequestWords) => void
  isPending: boolean
  /** Why it can't be asked for now, in words. */
  refusal: string | undefined
  onClose: () => void
  onSubmit: () => void
}

/** What a deploy request is called, and what others should know before they approve it. */
export function OpenRequestDialog(props: OpenRequestDialogProps) {
  const { stage, words, onWords, isPending, refusal, onClose, onSubmit } = props
  const { title, description } = words
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isPending && refusal === undefined && title.trim() !== '') onSubmit()
  }
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={`Ask to deploy to ${stage}`}
      description="Others see this in the list of requests, and it stays in the history."
      footer={
        <>
          {refusal && <span className="min-w-0 flex-1 text-xs text-pretty text-danger">{refusal}</span>}
          <Button onPress={onClose}>Cancel</Button>
          <Button
            type="submit"
            form="open-request"
            variant="primary"
            isPending={isPending}
            isDisabled={refusal !== undefined || title.trim() === ''}
          >
            Open request
          </Button>
        </>
      }
    >
      <form id="open-request" onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label="Title"
          value={title}
          onChange={(next) => onWords({ title: next, description })}
          maxLength={200}
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to say this
          autoFocus
        />
        <TextField
          label="Description"
          placeholder="Optional: why, and what to look at"
          rows={4}
          value={description}
          onChange={(next) => onWords({ title, description: next })}
          maxLength={4000}
        />
      </form>
    </Dialog>
  )
}
