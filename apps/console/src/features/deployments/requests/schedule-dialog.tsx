import type { DeployRequestDetail } from '@penstock/server'
import { Button, Dialog, TextField } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemView } from '../../../app/problem-view.tsx'
import { trpc } from '../../../app/trpc.ts'
import { onRequestAnswer } from './on-request-answer.ts'

export interface ScheduleDialogProps {
  slug: string
  request: DeployRequestDetail
  onClose: () => void
}

/** Chooses when the server deploys a request. */
export function ScheduleDialog({ slug, request, onClose }: ScheduleDialogProps) {
  const [at, setAt] = useState(() => localTime(new Date(Date.now() + 60 * 60 * 1000)))
  const { number, planHash, stage } = request
  const schedule = useMutation(
    trpc.deployRequests.schedule.mutationOptions({
      onSuccess: (done) => {
        onRequestAnswer(slug)(done)
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    schedule.mutate({ slug, number, planHash, at: new Date(at).toISOString() })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Deploy to ${stage} at a time`}
      width="sm"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form="schedule" variant="primary" isPending={schedule.isPending}>
            Schedule
          </Button>
        </>
      }
    >
      <form id="schedule" onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label="When"
          type="datetime-local"
          value={at}
          onChange={setAt}
          isRequired
          description={`In your time zone, ${Intl.DateTimeFormat().resolvedOptions().timeZone}`}
        />
        <p className="text-sm text-fg-2">
          The server deploys it in your name. If what is live on {stage} has changed by then, it is not
          deployed and the request is open again.
        </p>
        {schedule.error && <ProblemView error={schedule.error} layout="inline" />}
      </form>
    </Dialog>
  )
}

/** As the control takes it: local time to the minute. */
function localTime(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
