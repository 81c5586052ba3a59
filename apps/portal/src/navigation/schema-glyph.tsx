import { Braces } from 'lucide-react'

/** Stands where operations have their method. */
export function SchemaGlyph() {
  return (
    <span className="flex w-12 shrink-0 justify-center text-fg-3">
      <Braces aria-hidden className="size-3.5" />
    </span>
  )
}
