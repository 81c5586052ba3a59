import { useDelay } from '@penstock/ui'
import { WifiOff } from 'lucide-react'
import { useLiveState } from '../../app/use-live.ts'

/** Says that what is on the screen may be old, once the live connection has been away for three seconds. */
export function ConnectionBanner() {
  const state = useLiveState()
  return state === 'open' ? null : <Away key={state} />
}

function Away() {
  if (!useDelay(3000)) return null
  return (
    <div
      role="status"
      className="flex h-7 shrink-0 items-center justify-center gap-2 bg-risky-soft text-xs font-medium text-risky"
    >
      <WifiOff aria-hidden className="size-3.5" />
      Not connected to the server. What you see may be out of date; trying again.
    </div>
  )
}
