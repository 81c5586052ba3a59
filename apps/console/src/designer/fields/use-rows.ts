import { useState } from 'react'
import { useDesigner } from '../designer-context.ts'
import { RowIds } from './row-ids.ts'

/** A row of a list that is known by its name. */
export interface Row {
  readonly key: number
  /** Under this what is typed into a part of it is kept. */
  draftKey(part: string): string
  /** To be told before its name changes: what is typed in it goes along. */
  rename(to: string): void
  /** To be told before it is removed: what was typed in it goes too, not to the next one of its name. */
  remove(): void
}

/** The rows of a list by their names, each with these parts that somebody may be typing in. */
export function useRows(draftKey: string, parts: readonly string[]): (name: string) => Row {
  const { drafts } = useDesigner().session
  const [ids] = useState(() => new RowIds())
  const keyOf = (name: string, part: string) => `${draftKey} ${name} ${part}`
  return (name) => ({
    key: ids.of(name),
    draftKey: (part) => keyOf(name, part),
    rename: (to) => {
      ids.rename(name, to)
      for (const part of parts) {
        const [from, into] = [keyOf(name, part), keyOf(to, part)]
        const [draft, isStuck] = [drafts.get(from), drafts.isStuck(from)]
        drafts.delete(from)
        if (draft) drafts.set(into, draft, isStuck)
      }
    },
    remove: () => {
      for (const part of parts) drafts.delete(keyOf(name, part))
    },
  })
}
