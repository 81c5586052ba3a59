import { Button } from '@penstock/ui'
import type { PortalOperation } from '@penstock/server'
import { useMutation } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useShownApi } from '../app/shown.ts'
import { ProblemNote } from '../parts/problem-note.tsx'
import { parameterKey } from './build-call.ts'
import { CallAnswer } from './call-answer.tsx'
import { CallFields } from './call-fields.tsx'
import { fieldId } from './field-id.ts'
import { sendCall } from './send-call.ts'
import type { CallForm } from './use-call-form.ts'

export interface TryItProps {
  operation: PortalOperation
  form: CallForm
}

/** Sends the call to the stage that is shown, through the server: no browser stands in its way. */
export function TryIt({ operation, form }: TryItProps) {
  const { index } = useShownApi()
  const [isChecked, setChecked] = useState(false)
  const call = useMutation({ mutationFn: () => sendCall(index, form.call) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    const [first] = form.missing
    if (first) document.getElementById(fieldId(parameterKey(first)))?.focus()
    else call.mutate()
  }
  return (
    <section aria-labelledby="try-it">
      <h2 id="try-it" className="scroll-mt-16 text-lg font-semibold text-fg">
        Try it
      </h2>
      <form onSubmit={submit} noValidate aria-labelledby="try-it" className="mt-3 flex flex-col gap-4">
        <CallFields operation={operation} form={form} isChecked={isChecked} />
        <div className="flex items-center gap-3">
          <Button
            type="submit"
            variant="primary"
            size="lg"
            isPending={call.isPending}
            icon={<Play aria-hidden className="size-3.5" />}
          >
            Send to {index.stage}
          </Button>
          <span role="status" className="text-xs text-fg-3">
            {call.isPending ? 'Waiting for the answer' : ''}
          </span>
        </div>
        {call.error && <ProblemNote error={call.error} />}
        {call.data && <CallAnswer answer={call.data} />}
      </form>
    </section>
  )
}
