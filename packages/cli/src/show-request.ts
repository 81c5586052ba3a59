import pc from 'picocolors'

/** What the command line shows of a deploy request; the server answers more. */
export interface DeployRequest {
  readonly number: number
  readonly stage: string
  readonly title: string
  readonly state: string
  readonly author: string
  readonly stale: string | null
  readonly missing: string | null
  readonly scheduledAt: string | null
  readonly deployment: { readonly version: number } | null
}

/** "7 prod open (0 of 1 approval given) Accept refunds · ada@example.com". */
export function requestLine(request: DeployRequest): string {
  const { number, stage, title, author } = request
  return `#${number} ${stage} ${pc.bold(standing(request))} ${title} ${pc.dim(`· ${author}`)}`
}

function standing({ state, stale, missing, scheduledAt, deployment }: DeployRequest): string {
  if (stale !== null) return `stale (${stale})`
  if (missing !== null) return `${state} (${missing})`
  if (scheduledAt !== null) return `scheduled for ${scheduledAt}`
  return deployment ? `${state} as v${deployment.version}` : state
}
