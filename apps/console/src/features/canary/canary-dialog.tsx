import type { CanaryView } from '@penstock/server'
import { Button, Dialog } from '@penstock/ui'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { CanaryFields } from './canary-fields.tsx'
import { type CanarySettings, formOf, problemsOf, settingsOf } from './canary-form.ts'

export interface CanaryDialogProps {
  stage: string
  title: ReactNode
  /** What the button says: the deed. */
  deed: string
  isDanger?: boolean
  /** The settings to begin with; null for a new canary's. */
  canary: CanaryView | null
  isPending: boolean
  error: unknown
  onClose: () => void
  /** `before`: the canary as the form began with it. */
  onConfirm: (settings: CanarySettings, before: CanaryView | null) => void
  children?: ReactNode
}

/** Asks what part of a stage's requests a canary gets. */
export function CanaryDialog(props: CanaryDialogProps) {
  const { stage, title, deed, isDanger, canary, isPending, error, onClose, onConfirm, children } = props
  const [before] = useState(canary)
  const [form, setForm] = useState(() => formOf(canary))
  const [isChecked, setChecked] = useState(false)
  const formId = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // React has it bubble to the form that the dialog was opened from, which would deploy as well.
    event.stopPropagation()
    setChecked(true)
    const settings = settingsOf(form)
    if (settings) onConfirm(settings, before)
  }
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant={isDanger ? 'danger' : 'primary'} isPending={isPending}>
            {deed}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4 text-sm text-fg-2">
        {children}
        <CanaryFields
          stage={stage}
          form={form}
          problems={isChecked ? problemsOf(form) : {}}
          onChange={setForm}
        />
        {error ? <ProblemView error={error} layout="inline" /> : null}
      </form>
    </Dialog>
  )
}
