import { startGateway } from '@penstock/gateway'
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
    const running = await startGateway(process.env)
    // Started by `penstock start`: tell it where we listen.
    if (process.send) process.send({ ready: running.url })
    else output.result({ url: running.url }, `Gateway   ${running.url}`)
    await untilAborted(signal)
    await running.close()
    return exitCode.done
  },
}
