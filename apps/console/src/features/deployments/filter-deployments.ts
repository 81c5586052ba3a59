import type { DeploymentView } from '@penstock/server'
import type { NameOf } from '../../app/person-name.tsx'

export interface DeploymentFilter {
  readonly stage?: string | undefined
  readonly source?: DeploymentView['source'] | undefined
  /** Words that the version, the reasons or the author has to have, in any order. */
  readonly q?: string | undefined
}

export function filterDeployments(
  all: readonly DeploymentView[],
  { stage, source, q = '' }: DeploymentFilter,
  nameOf: NameOf = (address) => address,
): DeploymentView[] {
  const called = (name: string, { actor }: Pick<DeploymentView, 'actor'>) => [name, nameOf(name, actor?.kind)]
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return all.filter((deployment) => {
    if (stage !== undefined && deployment.stage !== stage) return false
    if (source !== undefined && deployment.source !== source) return false
    const { version, description, author, actor, kind, request, acknowledged, approvedBy } = deployment
    const taken = acknowledged.flatMap((given) => [given.title, given.reason, ...called(given.by, given)])
    const people = [...called(author, { actor }), ...approvedBy.flatMap((by) => called(by.name, by))]
    const text = [
      `v${version}`,
      description,
      kind,
      request === null ? '' : `#${request}`,
      ...people,
      ...taken,
    ]
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** What a stage served before a deployment: what undoing that puts back. */
export function servedBefore(
  all: readonly DeploymentView[],
  { stage, version }: DeploymentView,
): DeploymentView | undefined {
  return (
    all
      // What was tried on a part of its requests it did not serve.
      .filter((other) => other.stage === stage && other.version < version && other.kind !== 'canary')
      .reduce<DeploymentView | undefined>(
        (latest, each) => (latest && latest.version > each.version ? latest : each),
        undefined,
      )
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

/** The variables of its stage that were changed with deployments after this one: going back to it takes them back. */
export function variablesTakenBack(
  all: readonly DeploymentView[],
  { stage, version }: DeploymentView,
): string[] {
  const later = all.filter((other) => other.stage === stage && other.version > version)
  return [...new Set(later.flatMap(({ variables }) => variables))].sort()
}
