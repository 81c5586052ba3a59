/** What people said of the plan of one round. */
export interface Votes {
  readonly round: number
  readonly votes: readonly { readonly round: number; readonly verdict: string }[]
}

export interface Tally {
  readonly approvals: number
  /** People who ask for changes, and have not approved since. */
  readonly objections: number
}

/** Counts the votes of the present round: what was said of an earlier plan says nothing of this one. */
export function tally({ round, votes }: Votes): Tally {
  const of = (verdict: string) =>
    votes.filter((vote) => vote.round === round && vote.verdict === verdict).length
  return { approvals: of('approve'), objections: of('request-changes') }
}

/** Why a request may not be deployed yet, in words; null when enough people approved and nobody objects. */
export function missingApproval(request: Votes, required: number): string | null {
  const { approvals, objections } = tally(request)
  if (objections > 0) return `${people(objections)} ${objections === 1 ? 'asks' : 'ask'} for changes`
  if (approvals < required)
    return `${approvals} of ${required} ${required === 1 ? 'approval' : 'approvals'} given`
  return null
}

/** "1 person", "2 people". */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}
