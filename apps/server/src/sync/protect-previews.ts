import type { DesiredState } from '@penstock/bundle'
import { previewToken } from '../auth/preview-token.ts'
import { previewStage } from './sync.ts'

/** The states with the token that each preview asks of its callers. */
export async function* protectPreviews(
  states: AsyncIterable<DesiredState>,
  gatewayToken: string,
): AsyncGenerator<DesiredState> {
  for await (const state of states) yield protectedState(state, gatewayToken)
}

function protectedState(state: DesiredState, gatewayToken: string): DesiredState {
  const stages = state.stages.map((stage) =>
    stage.stage === previewStage && stage.bundle !== null
      ? { ...stage, access: { token: previewToken(gatewayToken, stage.api) } }
      : stage,
  )
  return { ...state, stages }
}
