import type { Change } from '@penstock/diff'
import type { ApiModel, DeploymentModel } from '@penstock/prisma'
import { uuidv7 } from 'uuidv7'
import { countChanges, countVerdicts } from '../plan/count-changes.ts'
import { keptOf } from '../store/acknowledgements.ts'
import { audit, type AuditedTransaction } from '../store/audit.ts'
import { overridesOf } from '../store/check-overrides.ts'
import { canaryOf, type CanarySettings, canaryText, noCanary } from '../store/canary.ts'
import type { Executor } from '../store/executor.ts'
import { findStage, type StageRow, variablesOf } from '../store/stages.ts'
import { changedVariables } from '../store/variable-changes.ts'
import type { CommandContext } from './context.ts'

export interface DeploymentDraft {
  readonly stage: string
  readonly kind: 'deploy' | 'rollback' | 'canary' | 'promote'
  readonly snapshotRoot: string
  readonly planHash: string
  readonly description: string
  /** As the plan listed them. */
  readonly changes: readonly Change[]
  /** The deploy request that it comes of. */
  readonly requestNumber?: number | undefined
  /** Settings with which it becomes the canary of the stage, which goes on with what it serves. */
  readonly canary?: CanarySettings | undefined
  /** The stage has no canary any more. */
  readonly endsCanary?: boolean | undefined
  /** Settings to set in the same step. */
  readonly variables?: Readonly<Record<string, string>> | undefined
}

/** The deployment, the stage's pointer, the audit entry and the word to other servers, for a snapshot that is stored and an API that is locked. */
export async function writeDeployment(
  tx: AuditedTransaction,
  { clock, actor, sync }: CommandContext,
  api: ApiModel,
  input: DeploymentDraft,
): Promise<DeploymentModel> {
  const now = clock.now()
  const changes = countChanges(input.changes)
  const acknowledgements = keptOf(input.changes)
  const version = api.lastVersion + 1
  const stage = await findStage(tx, api.id, input.stage)
  const variableChanges = changedVariables(
    stage ? variablesOf(stage) : {},
    input.variables ?? (stage ? variablesOf(stage) : {}),
  )
  const deployment = await tx.deployment.create({
    data: {
      id: uuidv7(),
      apiId: api.id,
      stage: input.stage,
      version,
      snapshotRoot: input.snapshotRoot,
      planHash: input.planHash,
      kind: input.kind,
      description: input.description,
      author: actor.name,
      authorKind: actor.kind,
      authorId: actor.id,
      source: actor.source,
      changes: JSON.stringify(changes),
      verdicts: JSON.stringify(countVerdicts(input.changes)),
      acknowledgements: JSON.stringify(acknowledgements),
      overrides: JSON.stringify(await overridesOf(tx, api.id)),
      requestNumber: input.requestNumber ?? null,
      variableChanges: JSON.stringify(variableChanges),
      createdAt: now,
    },
  })
  // What was acknowledged was acknowledged of this difference: the next one is another. Beside a canary it stays.
  if (input.canary === undefined)
    await tx.changeAcknowledgement.deleteMany({ where: { apiId: api.id, stage: input.stage } })
  await tx.api.update({ where: { id: api.id }, data: { lastVersion: version } })
  await pointStage(tx, api, stage, input, deployment.id, now)
  const data = {
    stage: input.stage,
    version,
    deployment: deployment.id,
    changes: { ...changes },
    ...(acknowledgements.length === 0 ? {} : { acknowledged: acknowledgements.length }),
    ...(input.requestNumber === undefined ? {} : { request: input.requestNumber }),
    // Values may be secrets.
    ...(Object.keys(variableChanges).length === 0 ? {} : { variables: Object.keys(variableChanges) }),
    ...(input.canary && { percentTraffic: input.canary.percentTraffic }),
  }
  await audit(tx, now, actor, { api, action: input.kind, data })
  await sync.announce(tx, api.slug)
  return deployment
}

async function pointStage(
  tx: Executor,
  api: ApiModel,
  stage: StageRow | null,
  input: DeploymentDraft,
  deploymentId: string,
  now: Date,
) {
  const variables = input.variables && JSON.stringify(input.variables)
  const settings = { updatedAt: now, ...(variables === undefined ? {} : { variables }) }
  if (stage && input.canary) {
    const seed = canaryOf(stage)?.seed ?? deploymentId
    const data = { canaryDeploymentId: deploymentId, canary: canaryText({ ...input.canary, seed }) }
    await tx.stage.update({ where: { id: stage.id }, data: { ...data, ...settings } })
    return
  }
  if (stage) {
    const data = {
      deploymentId,
      ...settings,
      ...(input.endsCanary && noCanary),
    }
    await tx.stage.update({ where: { id: stage.id }, data })
    return
  }
  await tx.stage.create({
    data: {
      id: uuidv7(),
      apiId: api.id,
      name: input.stage,
      variables: variables ?? '{}',
      deploymentId,
      createdAt: now,
      updatedAt: now,
    },
  })
}
