import type { ChangeView } from '@penstock/server'
import { Button, Dialog, TextField } from '@penstock/ui'
import { type FormEvent, useId, useState } from 'react'
import { ChangeSentences } from './change-sentences.tsx'
import { plural } from './plan-sentence.ts'

export interface AcknowledgeDialogProps {
  changes: readonly ChangeView[]
  stage: string
  onClose: () => void
  onConfirm: (reason: string) => void
}

/** Asks why changes may go out as they are. Mounted while it is open. */
export function AcknowledgeDialog({ changes, stage, onClose, onConfirm }: AcknowledgeDialogProps) {
  const [reason, setReason] = useState('')
  const form = useId()
  const what = changes.length === 1 ? 'the change' : plural(changes.length, 'change')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim()) onConfirm(reason.trim())
  }
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={`Acknowledge ${what}`}
      description={`Nobody is asked about it again before it goes to ${stage}. It keeps its verdict; your name and the reason stay with the deployment.`}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={!reason.trim()}>
            Acknowledge {what}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3 text-sm">
        <ChangeSentences label="What is acknowledged" changes={changes} />
        <TextField
          label="Reason"
          placeholder="Announced in May; nobody has called it since."
          rows={2}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoFocus
        />
      </form>
    </Dialog>
  )
}
