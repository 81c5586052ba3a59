import { TriangleAlert } from 'lucide-react'

/** Says that an answer is not of what is on the screen, and why that is not saved. */
export function UnsavedNote({ reason }: { reason: string | null }) {
  if (reason === null) return null
  return (
    <p className="flex items-start gap-1.5 rounded-md bg-risky-soft px-2 py-1.5 text-xs text-risky">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 break-words">
        Of the draft as it was saved last, not of all that is on the screen: {reason}
      </span>
    </p>
  )
}
