export interface Deployment {
  readonly id: string
  readonly version: number
  readonly kind: 'deploy' | 'rollback'
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
