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

/** Who made the plan: null where that was done with a token that belongs to nobody. */
export interface Planners {
  readonly authorUserId: string | null
  readonly plannerUserId: string | null
}

/**
 * How many people have to approve a request. One more than its stage asks for where nobody knows who made the plan:
 * whoever holds a token of nobody can't be kept from approving as the person that they are.
 */
export function approvalsNeeded(
  request: Planners,
  stage: { readonly requiredApprovals: number } | null | undefined,
): number {
  const required = stage?.requiredApprovals ?? 0
  return required > 0 && isOfNobody(request) ? required + 1 : required
}

/** Why a request may not be deployed yet, in words; null when enough people approved and nobody objects. */
export function missingApproval(
  request: Votes & Planners,
  stage: { readonly requiredApprovals: number } | null | undefined,
): string | null {
  const { approvals, objections } = tally(request)
  if (objections > 0) return `${people(objections)} ${objections === 1 ? 'asks' : 'ask'} for changes`
  const required = approvalsNeeded(request, stage)
  if (approvals >= required) return null
  const given = `${approvals} of ${required} ${required === 1 ? 'approval' : 'approvals'} given`
  return isOfNobody(request) ? `${given}, one more since a token of nobody made the plan` : given
}

function isOfNobody({ authorUserId, plannerUserId }: Planners): boolean {
  return authorUserId === null || plannerUserId === null
}

/** "1 person", "2 people". */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`
}
