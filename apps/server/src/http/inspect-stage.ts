import {
  type Inspection,
  inspectionSchema,
  inspectPath,
  type InspectRequest,
  previewTokenHeader,
} from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import { previewToken } from '../auth/preview-token.ts'
import { gatewayUrl } from '../presenters/stage-address.ts'
import { previewStage } from '../sync/sync.ts'
import { askGateway, gatewayUnreachable, jsonOf } from './ask-gateway.ts'
import type { CallingContext } from './call-stage.ts'

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
  const question = withPreviewToken(request, shell.gatewayToken)
  const answer = await askGateway(base, inspectPath, shell, question)
  // An older gateway, or one that has not heard of the token yet.
  if (answer.status !== 200) throw gatewayUnreachable(base, `it answers inspections with ${answer.status}`)
  const inspection = inspectionSchema.safeParse(jsonOf(answer))
  if (inspection.success) return inspection.data
  throw gatewayUnreachable(base, 'it answers inspections in a format that this server does not know')
}

function withPreviewToken(request: InspectRequest, gatewayToken: string): InspectRequest {
  const headers = request.headers.filter(([name]) => name.toLowerCase() !== previewTokenHeader)
  return request.stage === previewStage && !request.content
    ? { ...request, headers: [...headers, [previewTokenHeader, previewToken(gatewayToken, request.api)]] }
    : { ...request, headers }
}
