import { AppError } from '@penstock/errors'
import { getGlobalDispatcher } from 'undici'
import { inspectionToken } from '../auth/inspection-token.ts'

/** Longer than a gateway waits for whatever it asks on. */
const timeoutMs = 45_000

export interface GatewayAnswer {
  readonly status: number
  readonly text: string
}

/** Asks a gateway node what only the control plane may ask. Throws GATEWAY_UNREACHABLE. */
export async function askGateway(
  base: string,
  path: string,
  { gatewayToken }: { readonly gatewayToken: string },
  question: unknown,
): Promise<GatewayAnswer> {
  const { origin } = new URL(base)
  try {
    const answer = await getGlobalDispatcher().request({
      origin,
      path,
      method: 'POST',
      headers: {
        authorization: `Bearer ${inspectionToken(gatewayToken)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(question),
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    })
    return { status: answer.statusCode, text: await answer.body.text() }
  } catch (cause) {
    throw gatewayUnreachable(base, cause instanceof Error ? cause.message : String(cause), cause)
  }
}

/** What a node answered; undefined where it is no JSON, as of something else that answers at its address. */
export function jsonOf({ text }: GatewayAnswer): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

export function gatewayUnreachable(base: string, reason: string, cause?: unknown): AppError {
  return new AppError('GATEWAY_UNREACHABLE', { params: { url: new URL(base).origin, reason }, cause })
}
