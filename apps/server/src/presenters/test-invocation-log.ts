import type { Excerpt, Inspection, InspectedMessage } from '@penstock/bundle'

/** What was asked for, as the caller wrote it. */
export interface TestedRequest {
  readonly method: string
  readonly headers: readonly (readonly [name: string, value: string])[]
}

type Pairs = readonly (readonly [name: string, value: string])[]

/** Set on every answer as it leaves, after the method is done with it. */
const ofEveryAnswer: ReadonlySet<string> = new Set([
  'content-length',
  'x-amz-apigw-id',
  'x-amzn-requestid',
  'x-penstock-deployment',
  'x-request-id',
])

/** Amazon cuts a map here. */
const mapLimit = 998

/**
 * The lines of Amazon's TestInvokeMethod, in its order and words. All that is written down comes from the masked part of
 * the inspection. An integration that leaves the gateway nowhere (a mock) has no endpoint to tell of, as on Amazon.
 */
export function testInvocationLog(inspection: Inspection, asked: TestedRequest, at: Date): string[] {
  const { requestId, routing, phases, answer, error } = inspection
  const received = phases.find(({ name }) => name === 'route')?.in
  const shown = phases.findLast(({ name }) => name === 'response')?.out
  const [path, query] = split(received?.url ?? '')
  const given = new Set(asked.headers.map(([name]) => name.toLowerCase()))
  const headers = (received?.headers ?? []).filter(([name]) => given.has(name.toLowerCase()))
  const lines = [
    `Starting execution for request: ${requestId}`,
    `HTTP Method: ${asked.method}, Resource Path: ${path}`,
    `Method request path: ${map(Object.entries(routing?.winner?.parameters ?? {}))}`,
    `Method request query string: ${map([...new URLSearchParams(query)])}`,
    `Method request headers: ${map(headers)}`,
    `Method request body before transformations: ${text(received?.body)}`,
    ...endpointLines(inspection),
  ]
  if (error === null)
    lines.push(
      `Method response body after transformations: ${text(shown?.body)}`,
      `Method response headers: ${map((shown?.headers ?? []).filter(([name]) => !ofEveryAnswer.has(name.toLowerCase())))}`,
      'Successfully completed execution',
    )
  else lines.push(failureLine(error))
  if (answer !== null) lines.push(`Method completed with status: ${answer.status}`)
  return [`Execution log for request ${requestId}`, ...lines.map((line) => `${stamp(at)} : ${line}`)]
}

function endpointLines({ call, phases, integrationMs }: Inspection): string[] {
  if (call?.kind !== 'http' && call?.kind !== 'function') return []
  const isHttp = call.kind === 'http'
  const uri = isHttp ? call.url : call.function
  const lines = [
    `Endpoint request URI: ${uri}`,
    `Endpoint request headers: ${map(isHttp ? call.headers : [])}`,
    `Endpoint request body after transformations: ${text(isHttp ? call.body : call.event)}`,
    `Sending request to ${uri}`,
  ]
  const came: InspectedMessage | undefined = phases.find(({ name }) => name === 'integration')?.out
  if (came === undefined) return lines
  return [
    ...lines,
    `Received response. Status: ${came.status ?? 200}, Integration latency: ${Math.round(integrationMs ?? 0)} ms`,
    `Endpoint response headers: ${map(came.headers ?? [])}`,
    `Endpoint response body before transformations: ${text(came.body)}`,
  ]
}

/**
 * Amazon's words for what became of a backend, with the cause behind them, which Amazon keeps to itself: its own line for an
 * integration that was too slow, one for connections that failed, and one for all that settings are to blame for.
 */
function failureLine({ code, phase, cause }: NonNullable<Inspection['error']>): string {
  const words = failures[code] ?? (phase.startsWith('integration') ? 'configuration error' : `${phase} error`)
  return `Execution failed due to ${words}: ${cause}`
}

const networkError = 'a network error communicating with endpoint'

const failures: Readonly<Record<string, string | undefined>> = {
  UPSTREAM_TIMEOUT: 'a timeout error',
  UPSTREAM_ADDRESS_INVALID: 'configuration error: Invalid endpoint address',
  UPSTREAM_REFUSED: networkError,
  UPSTREAM_UNREACHABLE: networkError,
  UPSTREAM_NAME_UNKNOWN: networkError,
  UPSTREAM_RESET: networkError,
  UPSTREAM_CLOSED_EARLY: networkError,
  UPSTREAM_WRONG_LENGTH: networkError,
  UPSTREAM_NOT_HTTP: networkError,
  UPSTREAM_TLS_FAILED: networkError,
}

/** `{a=1, b=2}`; values of one name joined. */
function map(pairs: Pairs): string {
  const values = new Map<string, string[]>()
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value])
  const whole = `{${[...values].map(([name, all]) => `${name}=${all.join(',')}`).join(', ')}}`
  return whole.length > mapLimit ? `${whole.slice(0, mapLimit)} [TRUNCATED]` : whole
}

function text(body: Excerpt | null | undefined): string {
  if (!body) return ''
  return body.whole ? body.text : `${body.text} [TRUNCATED]`
}

function split(target: string): [path: string, query: string] {
  const at = target.indexOf('?')
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)]
}

/** `Tue Oct 12 21:09:59 UTC 2021` */
function stamp(at: Date): string {
  const [day = '', date = '', month = '', year = '', time = ''] = at.toUTCString().split(/,? /)
  return `${day} ${month} ${date} ${time} UTC ${year}`
}
