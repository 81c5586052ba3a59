import { Button, Kbd, TextField, WithTooltip } from '@penstock/ui'
import type { FormEvent, ReactNode } from 'react'
import { shortcutKeys } from '../../app/shortcut.ts'

export interface PlanFormProps {
  /** What the words are, read by screen readers: "Description of the deployment". */
  label: string
  placeholder: string
  words: string
  onWords: (words: string) => void
  maxLength: number
  /** What the button says, and what it does, in a sentence. */
  deed: string
  hint: string
  icon: ReactNode
  isDanger?: boolean
  isPending: boolean
  /** Why it can't be done now. */
  refusal: string | undefined
  onSubmit: () => void
  /** What is asked before it is done. */
  children?: ReactNode
}

/** The head of a review: some words and the button that takes exactly the plan on the screen further. */
export function PlanForm(props: PlanFormProps) {
  const { label, placeholder, words, onWords, maxLength, deed, hint, icon, isDanger, isPending, refusal } =
    props
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!refusal && !isPending) props.onSubmit()
  }
  return (
    <form id="deploy" onSubmit={submit} className="flex items-center gap-2">
      <TextField
        aria-label={label}
        placeholder={placeholder}
        value={words}
        onChange={onWords}
        maxLength={maxLength}
        className="w-60 2xl:w-80"
      />
      <WithTooltip text={refusal ?? hint} shortcut={<Kbd keys={shortcutKeys('mod+enter')[0] ?? []} />}>
        <Button
          type="submit"
          variant={isDanger ? 'danger' : 'primary'}
          isPending={isPending}
          icon={icon}
          isDisabled={refusal !== undefined}
        >
          {deed}
        </Button>
      </WithTooltip>
      {props.children}
    </form>
  )
}
