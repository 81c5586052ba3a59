import { Button } from '@penstock/ui'
import { LockOpen } from 'lucide-react'

export interface NotEnforcedProps {
  /** Names of what callers are told to sign in with and what nothing checks. */
  schemes: readonly string[]
  /** Whether callers are let in by an API key alone. */
  needsKey: boolean
  /** Opens the authorizer, where it is one that can be opened. */
  onOpen?: () => void
}

/** Below the authorizer of a method: that it keeps nobody out, and what to do about it. */
export function NotEnforced({ schemes, needsKey, onOpen }: NotEnforcedProps) {
  const names = schemes.map((name) => `"${name}"`).join(' and ')
  const verb = schemes.length === 1 ? 'says' : 'say'
  const who = needsKey ? 'everybody with an API key gets in' : 'everybody gets in'
  return (
    <div role="note" className="flex items-start gap-1.5 text-xs text-fg-2">
      <LockOpen aria-hidden className="mt-0.5 size-3.5 shrink-0 text-risky" />
      <p className="min-w-0 flex-1">
        <strong className="font-medium text-risky">Not enforced:</strong> {who}. {names} only {verb} how to
        sign in. {onOpen ? 'Choose there who decides.' : 'Choose an authorizer that decides.'}
      </p>
      {onOpen && (
        <Button variant="quiet" className="-my-1 shrink-0" aria-label="Open the authorizer" onPress={onOpen}>
          Open it
        </Button>
      )}
    </div>
  )
}
