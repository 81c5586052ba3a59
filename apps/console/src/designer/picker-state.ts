import type { LucideIcon } from 'lucide-react'

/** Something that a picker offers. */
export interface PickerEntry {
  readonly id: string
  /** Entries of one group stand together under its name. */
  readonly group: string
  readonly label: string
  readonly detail: string
  readonly glyph: LucideIcon
  readonly run: () => void
}

/** A list to choose from at a place on the screen; null while none is open. */
export interface PickerState {
  readonly at: { readonly x: number; readonly y: number }
  readonly title: string
  readonly entries: readonly PickerEntry[]
  /** Said where there is nothing to choose. */
  readonly empty: string
}
