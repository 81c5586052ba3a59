export interface Deployment {
  readonly id: string
  readonly version: number
  readonly kind: 'deploy' | 'rollback' | 'canary' | 'promote'
  /** The same for deployments with the same content. */
  readonly content: string
  readonly live: boolean
}

/** The deployment that somebody named by version or id. */
export function namedDeployment(deployments: readonly Deployment[], wanted: string): Deployment | undefined {
  return deployments.find(
    ({ id, version }) => id === wanted || `v${version}` === wanted || String(version) === wanted,
  )
}

/**
 * What a stage served before what it serves now, as an undo would have it: a rollback takes away what it went back
 * over, so that a second one goes further back and never to what the first one was made to get rid of.
 */
export function previousDeployment(deployments: readonly Deployment[]): Deployment | undefined {
  const history: Deployment[] = []
  for (const deployment of [...deployments].sort((a, b) => a.version - b.version)) {
    // What was tried on a part of its requests it did not serve.
    if (deployment.kind === 'canary') continue
    const back =
      deployment.kind === 'rollback'
        ? history.findLastIndex(({ content }) => content === deployment.content)
        : -1
    if (back >= 0) history.length = back
    history.push(deployment)
    if (deployment.live) break
  }
  return history.at(-1)?.live ? history.at(-2) : undefined
}

/** Why there is no deployment to go back to on a stage, with what it has had. */
export function whyNoDeployment(
  stage: string,
  deployments: readonly Deployment[],
  wanted: string | undefined,
): string {
  const versions = deployments.map(({ version }) => version).sort((a, b) => b - a)
  if (versions.length === 0) return `${stage} has had no deployment yet.`
  const shown = versions.slice(0, 10).map((version) => `v${version}`)
  const had = `${shown.join(', ')}${versions.length > shown.length ? ` and ${versions.length - shown.length} earlier ones` : ''}`
  if (wanted !== undefined) return `${stage} has had no ${wanted}; it has had ${had}.`
  if (versions.length === 1) return `${stage} has had only ${had}; there is nothing earlier.`
  if (!deployments.some(({ live }) => live))
    return `${stage} serves nothing now. Name the version to put back: it has had ${had}.`
  return `There is nothing earlier to take ${stage} back to. Name the version to put back: it has had ${had}.`
}
