import { type Sticky, stickySchema } from '@penstock/bundle'
import type { DeploymentModel, StageModel } from '@penstock/prisma'
import { z } from 'zod'
import { type StageRow, variablesOf } from './stages.ts'

/** What of a canary takes effect without a deployment. */
export interface CanarySettings {
  /** Of the stage's requests, 0 to 100. */
  readonly percentTraffic: number
  /** Variables that have another value on the canary, or are there alone. */
  readonly stageVariableOverrides: Readonly<Record<string, string>>
  /** What tells callers apart that stay on one side; absent: chance decides of each request. */
  readonly sticky?: Sticky | undefined
}

/** The canary of a stage. */
export interface Canary extends CanarySettings {
  readonly deployment: DeploymentModel
  /** Whom it is for: the same for as long as there is a canary, whatever is deployed to it. */
  readonly seed: string
}

const keptSchema = z.object({
  percentTraffic: z.number(),
  stageVariableOverrides: z.record(z.string(), z.string()),
  sticky: stickySchema.optional(),
  seed: z.string(),
})

/** Null for a stage without one. */
export function canaryOf({
  canary,
  canaryDeployment: deployment,
}: Pick<StageRow, 'canary' | 'canaryDeployment'>): Canary | null {
  return canary === null || deployment === null
    ? null
    : { ...keptSchema.parse(JSON.parse(canary)), deployment }
}

/** What `canaryOf` reads of the column. */
export function canaryText({
  percentTraffic,
  stageVariableOverrides,
  sticky,
  seed,
}: CanarySettings & Pick<Canary, 'seed'>): string {
  return JSON.stringify({ percentTraffic, stageVariableOverrides, sticky, seed })
}

/** The variables of a stage as its canary has them. */
export function canaryVariables(
  stage: Pick<StageModel, 'variables'>,
  { stageVariableOverrides }: Pick<Canary, 'stageVariableOverrides'>,
): Record<string, string> {
  return { ...variablesOf(stage), ...stageVariableOverrides }
}

/** The columns of a stage without a canary. */
export const noCanary = { canaryDeploymentId: null, canary: null } as const
