import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { startGatewayChild } from '../gateway-child.ts'
import { readSettings } from '../settings.ts'
import { untilAborted } from '../until-aborted.ts'
import { greeting } from './server.ts'

export const start: Command = {
  name: 'start',
  summary: 'Run everything: the control plane with its embedded database, and one gateway',
  args: [],
  options: [],
  example: 'PENSTOCK_DATA_DIR=/var/lib/penstock penstock start',
  async run({ output, signal }) {
    const { startServer } = await import('@penstock/server')
    const settings = readSettings(process.env)
    const server = await startServer(settings)
    try {
      const env = {
        ...process.env,
        PENSTOCK_SERVER_URL: server.localUrl,
        PENSTOCK_DATA_DIR: settings.dataDir,
      }
      // Whatever script started us starts the gateway too: the built one, or the sources under `npm run dev`.
      const gateway = await startGatewayChild(process.argv[1]!, env, output.error)
      output.result(
        { url: server.url, setupUrl: server.setupUrl, gateway: gateway.url },
        `${greeting(server.url, server.setupUrl)}\nGateway   ${gateway.url}`,
      )
      await untilAborted(signal)
      output.progress('Finishing the requests in flight …')
      await gateway.stop()
    } finally {
      await server.close()
    }
    return exitCode.done
  },
}
