import { KeyRound } from 'lucide-react'

/** Before the name of an API token wherever one stands among people: anybody may name a token like a person. */
export function TokenMark({ kind }: { kind: 'user' | 'token' | null | undefined }) {
  if (kind !== 'token') return null
  return (
    <KeyRound role="img" aria-label="API token" className="mr-1 inline size-3.5 align-[-2px] text-fg-3" />
  )
}
