import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { ownerVariable, startGatewayChild } from '../gateway-child.ts'
import { claimGateway } from '../gateway-claim.ts'
import { readSettings, type Settings } from '../settings.ts'
import { untilAborted } from '../until-aborted.ts'
import { type Address, untilFree } from '../until-free.ts'
import { greeting } from './server.ts'

/** What a gateway that is taken over from a killed `penstock start` needs to answer the requests it has. */
const handoverMs = 30_000

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
    const closing: (() => Promise<void>)[] = [() => server.close()]
    try {
      const claim = await claimGateway(settings.dataDir)
      closing.unshift(() => claim.release())
      if (claim.takenOver) await untilFree(gatewayAddresses(settings), handoverMs)
      const env = {
        ...process.env,
        PENSTOCK_SERVER_URL: server.localUrl,
        PENSTOCK_DATA_DIR: settings.dataDir,
        [ownerVariable]: claim.owner,
      }
      // Whatever script started us starts the gateway too: the built one, or the sources under `npm run dev`.
      const gateway = await startGatewayChild(process.argv[1]!, env, output.error)
      closing.unshift(() => gateway.stop())
      output.result(
        { url: server.url, setupUrl: server.setupUrl, gateway: gateway.url },
        `${greeting(server.url, server.setupUrl)}\nGateway   ${gateway.url}`,
      )
      await untilAborted(signal)
      output.progress('Finishing the requests in flight …')
    } finally {
      for (const close of closing) await close()
    }
    return exitCode.done
  },
}

function gatewayAddresses({ gatewayPort, gatewayHost, gatewayAdminPort }: Settings): Address[] {
  const addresses = [
    { port: gatewayPort, host: gatewayHost },
    { port: gatewayAdminPort, host: '127.0.0.1' },
  ]
  return addresses.filter(({ port }) => port !== 0)
}
