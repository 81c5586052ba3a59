import { diagnosePath, type DiagnoseRequest, type Diagnosis, diagnosisSchema } from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import { askGateway, gatewayUnreachable, jsonOf } from './ask-gateway.ts'
import type { CallingContext } from './call-stage.ts'

/**
 * Has the gateway node that made a failed call make it once more, past its own HTTP code. Throws CALL_NOT_KEPT,
 * GATEWAY_UNREACHABLE.
 */
export async function diagnoseCall(
  { core, shell }: CallingContext,
  node: string | undefined,
  request: DiagnoseRequest,
): Promise<Diagnosis> {
  const base = core.sync.nodes().find((one) => one.node === node && one.connected)?.url
  if (!base) throw notKept('the gateway node that served it is not connected')
  const answer = await askGateway(base, diagnosePath, shell, request)
  const { status } = answer
  const json = jsonOf(answer)
  if (status === 404 && (json as { code?: unknown } | null | undefined)?.code === 'CALL_NOT_KEPT')
    throw notKept('the gateway node has been restarted since, or has failed at 256 others')
  if (status !== 200) throw gatewayUnreachable(base, `it answers diagnoses with ${status}`)
  const diagnosis = diagnosisSchema.safeParse(json)
  if (diagnosis.success) return diagnosis.data
  throw gatewayUnreachable(base, 'it answers diagnoses in a format that this server does not know')
}

export function notKept(reason: string): AppError {
  return new AppError('CALL_NOT_KEPT', { params: { reason } })
}
