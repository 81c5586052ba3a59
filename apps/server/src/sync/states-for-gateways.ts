import type { DesiredState } from '@penstock/bundle'
import { inspectionToken } from '../auth/inspection-token.ts'
import { previewToken } from '../auth/preview-token.ts'
import { previewStage } from './sync.ts'

export interface ForGateways {
  readonly gatewayToken: string
  /** Where clients of gateways find the pages of errors; null when that is not known. */
  readonly errorPages: string | null
}

/** The states as gateways get them: with the tokens that previews and inspections ask for, and this server's address. */
export async function* statesForGateways(
  states: AsyncIterable<DesiredState>,
  { gatewayToken, errorPages }: ForGateways,
): AsyncGenerator<DesiredState> {
  const inspection = { token: inspectionToken(gatewayToken) }
  for await (const state of states)
    yield {
      ...protectedState(state, gatewayToken),
      inspection,
      ...(errorPages === null ? {} : { errorPages }),
    }
}

function protectedState(state: DesiredState, gatewayToken: string): DesiredState {
  const stages = state.stages.map((stage) =>
    stage.stage === previewStage && stage.bundle !== null
      ? { ...stage, access: { token: previewToken(gatewayToken, stage.api) } }
      : stage,
  )
  return { ...state, stages }
}
