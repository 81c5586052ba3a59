import type { z } from 'zod'
import type { CanarySettings } from '../../store/canary.ts'
import type { canarySettingsSchema } from '../names.ts'

/** What a call asks for as settings of a canary; undefined: it deploys none. */
export function wantedCanary(
  asked: z.infer<typeof canarySettingsSchema> | undefined,
): CanarySettings | undefined {
  if (asked === undefined) return undefined
  const { percentTraffic, stageVariableOverrides = {}, sticky } = asked
  return { percentTraffic, stageVariableOverrides, sticky }
}
