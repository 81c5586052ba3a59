import type { Json } from '@penstock/model'
import { TextField } from '@penstock/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useDesigner } from '../designer-context.ts'
import type { TextPlace } from '../../app/place-of-path.ts'
import { type Draft, typedInto } from './draft.ts'
import { readJson } from './json-problem.ts'

/** JSON as text. What can't be taken stays in the field, also while something else is selected, and says why. */
export function JsonField(props: {
  label: string
  value: Json | undefined
  /** `from` is what the text said when it was taken last, or when somebody began to type. */
  onChange: (value: Json, from: Json | undefined) => void
  /** Why a value can't be taken, or null. */
  problemOf?: (value: Json, from: Json | undefined) => string | null
  /** Under this name what can't be taken is kept. */
  draftKey: string
  rows?: number
  isReadOnly?: boolean
  /** The part of the value where somebody wants to be. */
  wantedPath?: readonly (string | number)[] | null
  onReached?: () => void
}) {
  const { value, onChange, problemOf, draftKey } = props
  const { drafts } = useDesigner().session
  const [draft, setDraft] = useState<Draft | null>(() => drafts.get(draftKey) ?? null)
  const written = value === undefined ? '' : JSON.stringify(value, null, 2)
  const problemIn = ({ text, from }: Draft): string | null => {
    const read = readJson(text)
    if (read.problem) return read.problem.message
    const said = problemOf?.(read.value, valueOf(from)) ?? null
    return said && `Not saved: ${said}`
  }
  const problem = draft && problemIn(draft)
  const type = (text: string) => {
    const next = typedInto(draft, written, text)
    if (problemIn(next) !== null) {
      setDraft(next)
      drafts.set(draftKey, next, true)
      return
    }
    setDraft({ text, from: text })
    drafts.delete(draftKey)
    onChange(JSON.parse(text) as Json, valueOf(next.from))
  }
  const field = useRef<HTMLDivElement>(null)
  const { wantedPath = null } = props
  const reach = useEffectEvent(async (path: readonly (string | number)[]) => {
    const { placeOfPath } = await import('../../app/place-of-path.ts')
    const area = field.current?.querySelector('textarea')
    if (!area) return
    showPart(area, placeOfPath(area.value, path))
    props.onReached?.()
  })
  useEffect(() => {
    if (wantedPath) void reach(wantedPath)
  }, [wantedPath])
  return (
    <div ref={field} className="contents">
      <TextField
        label={props.label}
        value={draft?.text ?? written}
        rows={props.rows ?? 12}
        isMono
        isReadOnly={props.isReadOnly ?? false}
        error={problem}
        onChange={type}
        onBlur={() => {
          if (problem === null) setDraft(null)
        }}
      />
    </div>
  )
}

/** Selects a part of a text and brings it into sight, which the browser does not do by itself. */
function showPart(area: HTMLTextAreaElement, { line, start, end }: TextPlace): void {
  area.scrollIntoView({ block: 'nearest' })
  area.focus({ preventScroll: true })
  area.setSelectionRange(start, end)
  const lines = area.value.split('\n').length
  // In a line that is broken up the part stands a little lower.
  area.scrollTop = ((line - 0.5) / lines) * area.scrollHeight - area.clientHeight / 2
}

function valueOf(text: string): Json | undefined {
  return text === '' ? undefined : (JSON.parse(text) as Json)
}
