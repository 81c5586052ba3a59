import { useState } from 'react'
import { useDesigner } from '../designer-context.ts'
import { type Draft, overtaken, typedInto } from './draft.ts'

/** What is typed into a field that takes it when it is left or Enter is pressed. */
export interface FieldDraft {
  /** What the field shows. */
  readonly text: string
  readonly isTyped: boolean
  /** Why the text can't be taken, or is not by itself; null if it is. */
  readonly problem: string | null
  readonly type: (text: string) => void
  /** The field is left: says whether nothing is left in it that was not taken. */
  readonly leave: () => boolean
  /** A person says to take it, also over what somebody else made of it meanwhile; says whether it could be. */
  readonly take: () => boolean
  readonly giveUp: () => void
}

export function useDraft(props: {
  value: string
  onCommit: (value: string) => void
  problemOf?: ((value: string) => string | null) | undefined
  /** Under this name it is kept while something else is selected. */
  draftKey?: string | undefined
  /** The keys with which a person says to take it. */
  takenBy?: string | undefined
}): FieldDraft {
  const { value, onCommit, problemOf, draftKey, takenBy } = props
  const { drafts } = useDesigner().session
  const [draft, setDraft] = useState<Draft | null>(
    () => (draftKey === undefined ? undefined : drafts.get(draftKey)) ?? null,
  )
  const wrongIn = ({ text }: Draft) => (text === value ? null : (problemOf?.(text) ?? null))
  const hold = (next: Draft | null, isStuck = next !== null && wrongIn(next) !== null) => {
    setDraft(next)
    if (draftKey === undefined) return
    if (next) drafts.set(draftKey, next, isStuck)
    else drafts.delete(draftKey)
  }
  const wrong = draft && wrongIn(draft)
  const problem = wrong ?? (draft && overtaken(draft, value, takenBy))
  const takeUnless = (reason: string | null) => {
    if (!draft) return true
    if (reason !== null) {
      hold(draft, true)
      return false
    }
    hold(null)
    if (draft.text !== value) onCommit(draft.text)
    return true
  }
  return {
    text: draft?.text ?? value,
    isTyped: draft !== null,
    problem,
    type: (text) => hold(typedInto(draft, value, text)),
    leave: () => takeUnless(problem),
    take: () => takeUnless(wrong),
    giveUp: () => hold(null),
  }
}
