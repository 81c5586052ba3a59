import { Failure } from '../../failure.ts'
import { hasHeader, isSendable, mediaType, type RawHeaders } from '../../headers.ts'
import { decodeBase64 } from '../../mapping/binary.ts'
import type { RequestInputs } from '../../mapping/request-inputs.ts'

export interface AnswerHead {
  readonly status: number
  readonly headers: RawHeaders
}

export interface FunctionAnswer extends AnswerHead {
  readonly body: Buffer | string
}

/** What stands between the head and the body of an answer that streams. */
const delimiter = '\0'.repeat(8)

const members = new Set(['isBase64Encoded', 'statusCode', 'headers', 'multiValueHeaders', 'body', 'cookies'])

/** What a proxy function returned, as an answer (aws-semantics §1.3). Throws FUNCTION_ANSWER_MALFORMED. */
export function functionAnswer(inputs: RequestInputs, json: string, version: '1.0' | '2.0'): FunctionAnswer {
  const value = parsed(json)
  const isHttpApi = inputs.context.stage?.dialect.name === 'http'
  if (version === '2.0' && !isProxyForm(value)) return inferred(value, json)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed('it is not an object')
  const answer = value as Record<string, unknown>
  const unknown = Object.keys(answer).find(
    (key) => !members.has(key) || (key === 'cookies' && version === '1.0'),
  )
  if (unknown !== undefined && !isHttpApi) throw malformed(`it has the member "${unknown}"`)
  return { ...headOf(answer, isHttpApi), body: bodyOf(inputs, answer, isHttpApi) }
}

const headMembers = new Set(['statusCode', 'headers', 'multiValueHeaders', 'cookies'])

/**
 * The JSON that an answer begins with that streams (API Gateway developer guide, "Lambda proxy integration format for response
 * streaming"). Throws FUNCTION_ANSWER_MALFORMED.
 */
export function streamedHead(json: string, isHttpApi: boolean): AnswerHead {
  const value = parsed(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed('what it begins with is not an object')
  const unknown = Object.keys(value).find((key) => !headMembers.has(key))
  if (unknown !== undefined && !isHttpApi) throw malformed(`what it begins with has the member "${unknown}"`)
  return headOf(value as Record<string, unknown>, isHttpApi)
}

function headOf(answer: Record<string, unknown>, isHttpApi: boolean): AnswerHead {
  const status = statusOf(answer['statusCode'])
  const headers = headersOf(answer, isHttpApi)
  if (!hasHeader(headers, 'content-type'))
    headers.push('Content-Type', isHttpApi ? 'text/plain; charset=utf-8' : 'application/json')
  return { status, headers }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // Lambda passes on what a runtime of one's own writes.
    throw malformed(
      json.includes(delimiter)
        ? 'it streams (awslambda.streamifyResponse), and its integration waits for a whole answer'
        : 'it is not JSON',
    )
  }
}

function isProxyForm(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'statusCode' in value
}

/** Format 2.0 without a statusCode: the whole result is the body. */
function inferred(value: unknown, json: string): FunctionAnswer {
  return {
    status: 200,
    headers: ['Content-Type', 'application/json'],
    body: typeof value === 'string' ? value : json,
  }
}

function statusOf(value: unknown): number {
  if (value === undefined || value === null) return 200
  const status = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    throw malformed(`its statusCode is ${JSON.stringify(value)}`)
  return status
}

function headersOf(answer: Record<string, unknown>, singleFirst: boolean): RawHeaders {
  const single = entriesOf(answer['headers'], 'headers').map(([name, value]) => [name, [value]] as const)
  const multi = entriesOf(answer['multiValueHeaders'], 'multiValueHeaders').map(([name, value]) => {
    if (!Array.isArray(value)) throw malformed(`multiValueHeaders.${name} is not a list`)
    return [name, value as unknown[]] as const
  })
  // Both maps are merged; the casing is that of the multi-value key, and a REST API puts its values first.
  const merged = new Map<string, { name: string; values: string[] }>()
  for (const [name] of multi) merged.set(name.toLowerCase(), { name, values: [] })
  for (const [name, values] of singleFirst ? [...single, ...multi] : [...multi, ...single]) {
    const entry = merged.get(name.toLowerCase()) ?? { name, values: [] }
    entry.values.push(...values.map((value) => headerText(name, value)))
    merged.set(name.toLowerCase(), entry)
  }
  const headers: RawHeaders = []
  for (const { name, values } of merged.values()) for (const value of values) headers.push(name, value)
  const cookies = answer['cookies']
  if (Array.isArray(cookies))
    for (const cookie of cookies) headers.push('Set-Cookie', headerText('cookies', cookie))
  return withoutFraming(headers)
}

function entriesOf(map: unknown, member: string): [string, unknown][] {
  if (map === undefined || map === null) return []
  if (typeof map !== 'object' || Array.isArray(map)) throw malformed(`its ${member} is not an object`)
  return Object.entries(map)
}

function headerText(name: string, value: unknown): string {
  if (typeof value === 'object' && value !== null) throw malformed(`the header "${name}" is not text`)
  const text = plainText(value)
  if (!isSendable(name, text))
    throw malformed(`the header "${name}" holds characters that a header may not hold`)
  return text
}

function plainText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? ''
      : JSON.stringify(value)
}

/** The gateway frames the answer itself; a wrong length from a function would break the connection. */
function withoutFraming(headers: RawHeaders): RawHeaders {
  const kept: RawHeaders = []
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? ''
    if (!/^(content-length|transfer-encoding|connection|keep-alive)$/i.test(name))
      kept.push(name, headers[i + 1] ?? '')
  }
  return kept
}

function bodyOf(inputs: RequestInputs, answer: Record<string, unknown>, isHttpApi: boolean): Buffer | string {
  const body = answer['body']
  if (body === undefined || body === null) return ''
  if (typeof body === 'object') {
    if (isHttpApi) return JSON.stringify(body)
    throw malformed('its body is not text: use JSON.stringify')
  }
  const text = plainText(body)
  if (answer['isBase64Encoded'] !== true || !decodes(inputs, isHttpApi)) return text
  try {
    return decodeBase64(text, 'integration response')
  } catch {
    throw malformed('its body is said to be base64 and is not')
  }
}

/** A REST API decodes only for a client whose first Accept type is one of its binary types; others always do. */
function decodes(inputs: RequestInputs, isHttpApi: boolean): boolean {
  const { stage } = inputs.context
  if (isHttpApi || stage?.dialect.name !== 'rest') return true
  const types = stage.api.binaryMediaTypes
  if (types.includes('*/*')) return true
  const first = mediaType(inputs.header('accept')?.split(',')[0])
  // A wildcard matches only as the catch-all: neither the client's nor a partial one of ours does.
  return first !== undefined && !first.includes('*') && types.some((type) => type.toLowerCase() === first)
}

export function malformed(reason: string): Failure {
  return new Failure('FUNCTION_ANSWER_MALFORMED', {
    phase: 'integration response',
    reason: `Malformed Lambda proxy response: ${reason}`,
  })
}
