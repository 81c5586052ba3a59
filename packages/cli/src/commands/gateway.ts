import { tellError, toAppError } from '@penstock/errors'
import type { Gateway, GatewayOptions, Log } from '@penstock/gateway'
import type { Command } from '../command.ts'
import { type ExitCode, exitCode } from '../exit-code.ts'
import { untilReplaced } from '../gateway-claim.ts'
import { type GatewayMessage, ownerVariable } from '../gateway-child.ts'
import { untilAborted } from '../until-aborted.ts'

export const gateway: Command = {
  name: 'gateway',
  summary: 'Run a gateway; it syncs from PENSTOCK_SERVER_URL and serves on without it',
  args: [],
  options: [],
  example: 'PENSTOCK_SERVER_URL=https://penstock.internal penstock gateway',
  async run({ output, signal }) {
    const { gatewayOptions, jsonLog, isWorker, openGateway, serveAsWorker } = await import(
      '@penstock/gateway'
    )
    const log = quiet(jsonLog((line) => output.error(line.trimEnd())))
    const options = gatewayOptions(process.env, log)
    if (isWorker(process.env)) return runAsWorker(await serveAsWorker(options, signal))
    if (process.send) return runForSupervisor(options, openGateway, signal)
    const running = await openGateway(options)
    output.result({ url: running.url }, `Gateway   ${running.url}`)
    await untilAborted(signal)
    await running.close()
    return exitCode.done
  },
}

/** The pipe to the process that started this one would keep it alive. */
function runAsWorker(served: boolean): ExitCode {
  process.disconnect()
  return served ? exitCode.done : exitCode.failed
}

/** Started by `penstock start`, which is told where we listen, or why not. It may die; we serve on until the next one. */
async function runForSupervisor(
  options: GatewayOptions,
  openGateway: (options: GatewayOptions) => Promise<Gateway>,
  signal: AbortSignal,
) {
  const replaced = new AbortController()
  const done = AbortSignal.any([signal, replaced.signal])
  const owner = process.env[ownerVariable] ?? ''
  process.once('disconnect', () => {
    untilReplaced(options.dataDirectory, owner, done).then(
      () => replaced.abort(),
      (error: unknown) => options.log('error', `cannot tell who runs this gateway: ${String(error)}`),
    )
  })
  try {
    const running = await openGateway(options)
    tell({ ready: running.url })
    await untilAborted(done)
    await running.close()
    return exitCode.done
  } catch (thrown) {
    tell({ failed: tellError(toAppError(thrown)) })
    return exitCode.failed
  } finally {
    replaced.abort()
    if (process.connected) process.disconnect()
  }
}

function tell(message: GatewayMessage) {
  if (process.connected) process.send?.(message)
}

/** Warnings and errors; with PENSTOCK_LOG_LEVEL=info everything, one JSON object a line. */
function quiet(log: Log): Log {
  const verbose = ['info', 'debug', 'trace'].includes(process.env['PENSTOCK_LOG_LEVEL'] ?? '')
  return (level, message, fields) => {
    if (verbose || level !== 'info') log(level, message, fields)
  }
}
