import type { DeploymentView } from '@penstock/server'

export interface DeploymentFilter {
  readonly stage?: string | undefined
  readonly source?: DeploymentView['source'] | undefined
  /** Words that the version, the reasons or the author has to have, in any order. */
  readonly q?: string | undefined
}

export function filterDeployments(
  all: readonly DeploymentView[],
  { stage, source, q = '' }: DeploymentFilter,
): DeploymentView[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return all.filter((deployment) => {
    if (stage !== undefined && deployment.stage !== stage) return false
    if (source !== undefined && deployment.source !== source) return false
    const { version, description, author, kind, request, acknowledged } = deployment
    const taken = acknowledged.map(({ title, reason, by }) => `${title} ${reason} ${by}`).join(' ')
    const text =
      `v${version} ${description} ${author} ${kind} ${request === null ? '' : `#${request}`} ${taken}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** What a stage served before a deployment: what undoing that puts back. */
export function servedBefore(
  all: readonly DeploymentView[],
  { stage, version }: DeploymentView,
): DeploymentView | undefined {
  return all
    .filter((deployment) => deployment.stage === stage && deployment.version < version)
    .reduce<DeploymentView | undefined>(
      (latest, each) => (latest && latest.version > each.version ? latest : each),
      undefined,
    )
}

/** What is live on a deployment's stage, where that is another one with the very same content: there is no way back to it. */
export function liveAlike(
  all: readonly DeploymentView[],
  { id, stage, content }: DeploymentView,
): DeploymentView | undefined {
  return all.find(
    (other) => other.live && other.id !== id && other.stage === stage && other.content === content,
  )
}
