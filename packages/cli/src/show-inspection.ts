import type { Inspection } from '@penstock/bundle'
import pc from 'picocolors'

/** What the control plane says of what stands before the integration. */
export interface Guarded {
  readonly guards: readonly { readonly name: string; readonly isSet: boolean; readonly sentence: string }[]
}

/** Losers that are named at a terminal; all of them are in `--json`. */
const losersShown = 8

/** An inspection for people: the route, what guards it, the phases with their times, the call and the answer. */
export function showInspection(inspection: Inspection & Guarded): string {
  const { routing, phases, call, answer, error, guards } = inspection
  return [
    ...(routing ? routingLines(routing) : []),
    ...guards.map(({ name, sentence }) => `  ${pc.dim(name.padEnd(10))} ${sentence}`),
    '',
    ...phases.map(({ name, durationMs, outcome }) => {
      const how = outcome === 'failed' ? pc.red('failed') : outcome === 'stopped' ? pc.dim('stops here') : ''
      return `  ${name.padEnd(21)} ${`${durationMs.toFixed(2)} ms`.padStart(10)}  ${how}`.trimEnd()
    }),
    ...(call ? ['', ...callLines(call)] : []),
    ...(error ? ['', pc.red(`${error.code} in ${error.phase}: ${error.cause}`)] : []),
    ...(answer ? ['', `Answered ${answer.status}`, ...indented(answer.body?.text ?? '')] : []),
  ].join('\n')
}

function routingLines({ method, path, winner, losers, more }: NonNullable<Inspection['routing']>): string[] {
  const shown = losers.slice(0, losersShown)
  const left = losers.length - shown.length
  return [
    winner
      ? `${method} ${path} is answered by ${pc.bold(`${winner.method} ${winner.path}`)}`
      : `No route answers ${method} ${path}`,
    ...Object.entries(winner?.parameters ?? {}).map(([name, value]) => `  ${name} = ${value}`),
    ...shown.map((loser) => pc.dim(`  not ${loser.method} ${loser.path}: ${loser.sentence}`)),
    ...(left > 0 || more ? [pc.dim(`  and ${more ? `more than ${left}` : left} others`)] : []),
  ]
}

function callLines(call: NonNullable<Inspection['call']>): string[] {
  if (call.kind === 'http')
    return [
      `Calls ${call.method} ${call.url}`,
      ...call.headers.map(([name, value]) => pc.dim(`  ${name}: ${value}`)),
      ...indented(call.body?.text ?? ''),
    ]
  if (call.kind === 'function')
    return [`Runs the function ${call.function} with`, ...indented(call.event.text)]
  return [`Calls nothing: ${call.kind === 'mock' ? 'a mock' : 'an example'} answers ${call.status}`]
}

function indented(text: string): string[] {
  return text === '' ? [] : text.split('\n').map((line) => `  ${line}`)
}
