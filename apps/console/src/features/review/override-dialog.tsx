import { Button, Dialog, RadioCards, TextField } from '@penstock/ui'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { FindingView } from './place-of-finding.ts'

export type OverrideLevel = NonNullable<FindingView['override']>['level']

const levels = [
  { value: 'breaking', label: 'Breaking', description: 'Asked about before it is deployed.' },
  { value: 'risky', label: 'Risky', description: 'Listed where nobody can tell.' },
  { value: 'safe', label: 'Safe', description: 'No client of this API is affected.' },
  { value: 'off', label: 'Off', description: 'Still listed, counts for nothing.' },
] as const

export interface OverrideDialogProps {
  slug: string
  finding: FindingView
  onClose: () => void
  onConfirm: (level: OverrideLevel, reason: string) => void
}

/** Asks what a check means for this API. Mounted while it is open. */
export function OverrideDialog({ slug, finding, onClose, onConfirm }: OverrideDialogProps) {
  const own = finding.override?.from ?? finding.verdict
  const offered = levels.filter(({ value }) => value !== own)
  const [level, setLevel] = useState<OverrideLevel>(
    finding.override?.level ?? (own === 'breaking' ? 'risky' : 'safe'),
  )
  const [reason, setReason] = useState(finding.override?.reason ?? '')
  const form = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim()) onConfirm(level, reason.trim())
  }
  return (
    <Dialog
      isOpen
      isSticky
      onClose={onClose}
      title={
        <>
          What does <code className="text-[0.9em]">{finding.check}</code> mean?
        </>
      }
      description={`By itself: ${own}. What you choose holds in every plan of ${slug} at once, for everybody.`}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={!reason.trim()}>
            Override the check
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3 text-sm">
        <RadioCards label="In this API it is" options={offered} value={level} onChange={setLevel} />
        <TextField
          label="Reason"
          placeholder="Clients of this API ignore values that they do not know."
          rows={2}
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
        <Link
          to="/apis/$slug/settings"
          params={{ slug }}
          search={{ section: 'verdicts' }}
          className="self-start text-xs text-accent-fg underline underline-offset-2"
        >
          All checks that are overridden in {slug}
        </Link>
      </form>
    </Dialog>
  )
}
