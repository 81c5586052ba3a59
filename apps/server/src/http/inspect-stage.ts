import {
  type Inspection,
  inspectionSchema,
  inspectPath,
  type InspectRequest,
  previewTokenHeader,
} from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import { getGlobalDispatcher } from 'undici'
import { inspectionToken } from '../auth/inspection-token.ts'
import { previewToken } from '../auth/preview-token.ts'
import { gatewayUrl } from '../presenters/stage-address.ts'
import { previewStage } from '../sync/sync.ts'
import type { CallingContext } from './call-stage.ts'

/** Longer than the gateway waits for an answer that does not end. */
const timeoutMs = 45_000

/**
 * Has a gateway node handle a request that exists only in memory, and answers what it went through. Throws NO_GATEWAY,
 * GATEWAY_UNREACHABLE.
 */
export async function inspectStage(
  { core, shell }: CallingContext,
  request: InspectRequest,
): Promise<Inspection> {
  const base = gatewayUrl(core)
  if (!base) throw new AppError('NO_GATEWAY')
  const { origin } = new URL(base)
  const unreachable = (reason: string, cause?: unknown) =>
    new AppError('GATEWAY_UNREACHABLE', { params: { url: origin, reason }, cause })
  let text: string
  try {
    const answer = await getGlobalDispatcher().request({
      origin,
      path: inspectPath,
      method: 'POST',
      headers: {
        authorization: `Bearer ${inspectionToken(shell.gatewayToken)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(withPreviewToken(request, shell.gatewayToken)),
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    })
    text = await answer.body.text()
    // An older gateway, or one that has not heard of the token yet.
    if (answer.statusCode !== 200) throw new Error(`it answers inspections with ${answer.statusCode}`)
  } catch (cause) {
    throw unreachable(cause instanceof Error ? cause.message : String(cause), cause)
  }
  const inspection = inspectionSchema.safeParse(JSON.parse(text))
  if (inspection.success) return inspection.data
  throw unreachable('it answers inspections in a format that this server does not know')
}

function withPreviewToken(request: InspectRequest, gatewayToken: string): InspectRequest {
  const headers = request.headers.filter(([name]) => name.toLowerCase() !== previewTokenHeader)
  return request.stage === previewStage && !request.content
    ? { ...request, headers: [...headers, [previewTokenHeader, previewToken(gatewayToken, request.api)]] }
    : { ...request, headers }
}
