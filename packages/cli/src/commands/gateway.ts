import type { Log } from '@penstock/gateway'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { untilAborted } from '../until-aborted.ts'

export const gateway: Command = {
  name: 'gateway',
  summary: 'Run one gateway node; it syncs from PENSTOCK_SERVER_URL and serves on without it',
  args: [],
  options: [],
  example: 'PENSTOCK_SERVER_URL=https://penstock.internal penstock gateway',
  async run({ output, signal }) {
    const { gatewayOptions, jsonLog, startGateway } = await import('@penstock/gateway')
    const log = quiet(jsonLog((line) => output.error(line.trimEnd())))
    const running = await startGateway(gatewayOptions(process.env, log))
    // Started by `penstock start`: tell it where we listen.
    if (process.send) process.send({ ready: running.url })
    else output.result({ url: running.url }, `Gateway   ${running.url}`)
    await untilAborted(signal)
    await running.close()
    return exitCode.done
  },
}

/** Warnings and errors; with PENSTOCK_LOG_LEVEL=info everything, one JSON object a line. */
function quiet(log: Log): Log {
  const verbose = ['info', 'debug', 'trace'].includes(process.env['PENSTOCK_LOG_LEVEL'] ?? '')
  return (level, message, fields) => {
    if (verbose || level !== 'info') log(level, message, fields)
  }
}
