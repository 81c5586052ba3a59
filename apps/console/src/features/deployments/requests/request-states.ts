import type { DeployRequestSummary } from '@penstock/server'
import type { BadgeTone } from '@penstock/ui'

export type RequestState = DeployRequestSummary['state']

/** Requests that may still be deployed. */
export const undecided: readonly RequestState[] = ['open', 'approved', 'queued', 'scheduled']

/** What is to be known of a request at one glance: a stale one is that before anything else. */
export function standing({ state, stale, objections }: StandingOf): { text: string; tone: BadgeTone } {
  if (stale !== null) return { text: 'stale', tone: 'warning' }
  if (state === 'open' && objections > 0) return { text: 'changes asked for', tone: 'warning' }
  return { text: names[state], tone: tones[state] }
}

type StandingOf = Pick<DeployRequestSummary, 'state' | 'stale' | 'objections'>

const names: Record<RequestState, string> = {
  open: 'open',
  approved: 'approved',
  queued: 'next in line',
  scheduled: 'scheduled',
  deployed: 'deployed',
  reverted: 'reverted',
  closed: 'closed',
}

const tones: Record<RequestState, BadgeTone> = {
  open: 'info',
  approved: 'ok',
  queued: 'accent',
  scheduled: 'accent',
  deployed: 'ok',
  reverted: 'warning',
  closed: 'neutral',
}
