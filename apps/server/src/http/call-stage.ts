import { previewTokenHeader } from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import { errors, getGlobalDispatcher } from 'undici'
import { previewToken } from '../auth/preview-token.ts'
import type { Core } from '../core.ts'
import type { TriedView } from '../presenters/try-it-view.ts'
import { gatewayUrl, stagePath } from '../presenters/stage-address.ts'
import { previewStage } from '../sync/sync.ts'
import type { Shell } from './shell.ts'

export interface StageCall {
  readonly slug: string
  readonly stage: string
  readonly method: string
  /** What follows the stage; begins with a slash. */
  readonly path: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body?: string | undefined
}

export interface CallingContext {
  readonly core: Core
  readonly shell: Pick<Shell, 'gatewayToken'>
}

const timeoutMs = 35_000
const largestBody = 5_000_000

/** Ours to set, or harmful when somebody else does: they belong to the connection or say who we are. */
const notPassedOn =
  /^(?:host|connection|content-length|transfer-encoding|keep-alive|upgrade|te|trailer|expect|proxy-.*|cookie2|x-penstock-preview)$/i

/**
 * Sends a call to a gateway node and gives its answer back as data. The address is the node's own; of the caller's
 * input only the path, the headers and the body are used, so this reaches nothing but the gateway. Throws NO_GATEWAY,
 * GATEWAY_UNREACHABLE.
 */
export async function callStage({ core, shell }: CallingContext, call: StageCall): Promise<TriedView> {
  const base = gatewayUrl(core)
  if (!base) throw new AppError('NO_GATEWAY')
  const origin = new URL(base).origin
  const began = performance.now()
  try {
    const answer = await getGlobalDispatcher().request({
      origin,
      // Given apart from the origin: a path like `//elsewhere.example/` stays a path.
      path: stagePath(call.slug, call.stage) + call.path,
      method: call.method,
      headers: headersOf(call, shell.gatewayToken),
      body: call.body === undefined || call.body === '' ? null : call.body,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    })
    const { bytes, whole } = await read(answer.body)
    const text = textOf(bytes)
    const { headers } = answer
    const list = Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => [name, one] as const),
    )
    return {
      status: answer.statusCode,
      headers: whole ? list : [...list, ['x-penstock-truncated', `after ${largestBody} bytes`]],
      body: text ?? bytes.toString('base64'),
      bodyEncoding: text === undefined ? 'base64' : 'text',
      durationMs: performance.now() - began,
      requestId: first(headers['x-request-id']) ?? first(headers['x-amzn-requestid']) ?? null,
      version: versionOf(first(headers['x-penstock-deployment'])),
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    // A path or a header that no HTTP request can have.
    if (cause instanceof errors.InvalidArgumentError)
      throw new AppError('INVALID_INPUT', { params: { reason }, cause })
    throw new AppError('GATEWAY_UNREACHABLE', { params: { url: origin, reason }, cause })
  }
}

function headersOf({ slug, stage, headers }: StageCall, gatewayToken: string): string[] {
  const passed = headers.filter(([name]) => !notPassedOn.test(name)).flat()
  return stage === previewStage ? [...passed, previewTokenHeader, previewToken(gatewayToken, slug)] : passed
}

async function read(body: AsyncIterable<Buffer>): Promise<{ bytes: Buffer; whole: boolean }> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    if (size > largestBody) return { bytes: Buffer.concat(chunks).subarray(0, largestBody), whole: false }
  }
  return { bytes: Buffer.concat(chunks), whole: true }
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined // not text: the caller shows it as bytes
  }
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}

/** The gateway says `v41`, or `preview`. */
function versionOf(label: string | undefined): number | null {
  const number = /^v(\d+)$/.exec(label ?? '')?.[1]
  return number === undefined ? null : Number(number)
}
