import type { Diagnosis, DirectCall, FailedCall, RequestRecord } from '@penstock/bundle'
import { type Bytes, callSteps, readableBytes } from '@penstock/model'
import pc from 'picocolors'

/** One request as the control plane answers it. */
export interface RecordedRequest extends RequestRecord {
  readonly phases: readonly {
    readonly name: string
    readonly startMs: number
    readonly durationMs: number
    readonly outcome: 'passed' | 'failed'
  }[]
}

/** What is known of a request beside its line: its phases, and the call to its backend where that failed. */
export function detailLines({ phases, call }: RecordedRequest): string[] {
  return [
    ...phases.map(({ name, durationMs, outcome }) =>
      `  ${name.padEnd(12)} ${`${durationMs.toFixed(2)} ms`.padStart(12)}  ${outcome === 'failed' ? pc.red('failed') : ''}`.trimEnd(),
    ),
    ...(call ? ['', ...callLines(call)] : []),
  ]
}

/** A failed call and its repetition, and what both mean. */
export function diagnosisText({ error, recorded, direct, meaning }: Diagnosis): string {
  return [
    pc.bold('As the gateway called it'),
    pc.red(`${error.code} in ${error.phase}: ${error.cause}`),
    ...callLines(recorded),
    ...(direct === null ? [] : ['', pc.bold('Called directly'), ...directLines(direct)]),
    '',
    meaning,
  ].join('\n')
}

function callLines(call: FailedCall): string[] {
  const { received, answer, attempts, connection, address, step, event } = call
  const where = [connection && `${connection} connection`, address && `to ${address}`]
  return [
    `${call.method} ${call.url}`,
    ...call.headers.map(([name, value]) => pc.dim(`  ${name}: ${value}`)),
    `${call.bodyBytes === null ? 'a body that streamed' : `${call.bodyBytes} bytes of body`}, timeout ${call.timeoutMs} ms, ${
      attempts === 1 ? '1 attempt' : `${attempts} attempts`
    }`,
    where.filter(Boolean).join(' ') || 'no connection',
    `failed after ${call.afterMs} ms${step === null ? '' : ` ${callSteps[step]}`}${event === null ? '' : `: ${event}`}`,
    ...(answer
      ? [`answered ${answer.status}`, ...answer.headers.map(([name, value]) => pc.dim(`  ${name}: ${value}`))]
      : []),
    `${received.bytes} bytes came`,
    ...bytesLines(received.start),
    ...(received.broke ? ['around the place that could not be read:', ...bytesLines(received.broke)] : []),
  ]
}

function directLines(direct: DirectCall): string[] {
  const { address, error, status, headers, body, raw } = direct
  const times = [
    ['name looked up', direct.lookedUpMs],
    ['connected', direct.connectedMs],
    ['secured', direct.securedMs],
    ['first byte', direct.firstByteMs],
    ['over', direct.totalMs],
  ] as const
  return [
    ...times.flatMap(([name, ms]) =>
      ms === null ? [] : [`  ${name.padEnd(15)} ${`${ms} ms`.padStart(12)}`],
    ),
    ...(address === null ? [] : [`to ${address}`]),
    ...(error === null ? [] : [pc.red(`${error.code}: ${error.cause}`)]),
    ...(status === null ? [] : [`answered ${status}`]),
    ...headers.map(([name, value]) => pc.dim(`  ${name}: ${value}`)),
    ...(raw ? ['what came:', ...bytesLines(raw)] : bytesLines(body)),
  ]
}

function bytesLines(bytes: Bytes | null): string[] {
  return bytes === null ? [] : readableBytes(bytes).map((line) => `  ${line}`)
}
