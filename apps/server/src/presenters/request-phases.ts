import type { RequestPhase, StoredRequest } from './request-view.ts'

type Timed = Pick<StoredRequest, 'durationMs' | 'integrationMs' | 'integrationAtMs' | 'error' | 'cache'>

/**
 * A request cut where its integration was called and where the answer of that began. Empty where a record does not tell.
 * Where the cache answered, the integration is skipped.
 */
export function phasesOf(timed: Timed): RequestPhase[] {
  const { durationMs, integrationMs, integrationAtMs: at, error } = timed
  if (at === undefined && integrationMs !== null) return []
  const cuts: [RequestPhase['name'], number, number][] = [['request', 0, at ?? durationMs]]
  if (at !== undefined) {
    // Rounded, the parts may be longer than the whole; a client that has gone leaves the integration without an end.
    const answered = Math.min(durationMs, integrationMs === null ? durationMs : at + integrationMs)
    cuts.push(['integration', at, answered])
    if (integrationMs !== null) cuts.push(['response', answered, durationMs])
  }
  const failedIn = error && partOf(error.phase)
  const failed = cuts.findLast(([name]) => name === failedIn) ?? cuts.at(-1)
  const phases: RequestPhase[] = cuts.map((cut) => ({
    name: cut[0],
    startMs: round(cut[1]),
    durationMs: Math.max(0, round(cut[2] - cut[1])),
    outcome: error !== undefined && cut === failed ? 'failed' : 'passed',
  }))
  if (timed.cache === 'hit')
    phases.push({ name: 'integration', startMs: round(durationMs), durationMs: 0, outcome: 'skipped' })
  return phases
}

/** The gateway knows more phases than a record has times of. */
function partOf(phase: string): RequestPhase['name'] {
  if (phase === 'integration') return 'integration'
  return phase === 'integration response' || phase === 'response' ? 'response' : 'request'
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100
}
