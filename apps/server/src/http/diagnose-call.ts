import { diagnosePath, type DiagnoseRequest, type Diagnosis, diagnosisSchema } from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import { askGateway, gatewayUnreachable } from './ask-gateway.ts'
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
  const { status, text } = await askGateway(base, diagnosePath, shell, request)
  if (status === 404 && codeOf(text) === 'CALL_NOT_KEPT')
    throw notKept('the gateway node has been restarted since, or has failed at 256 others')
  if (status !== 200) throw gatewayUnreachable(base, `it answers diagnoses with ${status}`)
  const diagnosis = diagnosisSchema.safeParse(JSON.parse(text))
  if (diagnosis.success) return diagnosis.data
  throw gatewayUnreachable(base, 'it answers diagnoses in a format that this server does not know')
}

export function notKept(reason: string): AppError {
  return new AppError('CALL_NOT_KEPT', { params: { reason } })
}

function codeOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { code?: unknown } | null)?.code
  } catch {
    return null // something else answers at this address
  }
}
