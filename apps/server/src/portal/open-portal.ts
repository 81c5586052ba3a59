import { AppError } from '@penstock/errors'
import type { Definition } from '@penstock/model'
import type { Actor } from '../auth/actor.ts'
import type { Core } from '../core.ts'
import { findApi } from '../store/apis.ts'
import { listStages } from '../store/stages.ts'

export interface OpenPortal {
  readonly apiId: string
  readonly slug: string
  readonly stage: string
  readonly stages: readonly string[]
  readonly deployment: { readonly id: string; readonly version: number; readonly createdAt: Date }
  /** Exactly what is deployed at the stage. */
  readonly definition: Definition
}

/** Stages that are shown first when the reader names none. */
const preferred = ['prod', 'production', 'live']

/**
 * The portal of an API for this reader. Who may not see it gets the same answer as for an API that is not there
 * (NOT_FOUND), but one that only asks for signing in says so (UNAUTHENTICATED).
 */
export async function openPortal(
  core: Core,
  actor: Actor | null,
  slug: string,
  wanted: string | undefined,
): Promise<OpenPortal> {
  const nothing = () => new AppError('NOT_FOUND', { params: { what: `portal of "${slug}"` } })
  const api = await findApi(core.db, slug).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'API_NOT_FOUND' ? nothing() : error
  })
  if (api.portal === 'off') throw nothing()
  if (api.portal !== 'public' && actor === null) throw new AppError('UNAUTHENTICATED')
  const deployed = (await listStages(core.db, api.id)).flatMap(({ name, deployment }) =>
    deployment ? [{ name, deployment }] : [],
  )
  const shown =
    wanted === undefined
      ? (deployed.find(({ name }) => preferred.includes(name)) ?? deployed[0])
      : deployed.find(({ name }) => name === wanted)
  if (!shown)
    throw new AppError('NOT_FOUND', {
      params: { what: wanted === undefined ? 'deployment yet' : `deployment at "${wanted}"` },
    })
  return {
    apiId: api.id,
    slug,
    stage: shown.name,
    stages: deployed.map(({ name }) => name),
    deployment: shown.deployment,
    definition: await core.snapshots.definition(shown.deployment.snapshotRoot),
  }
}
