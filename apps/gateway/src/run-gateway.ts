import { keepRequestsYoung } from './garbage-collection.ts'
import { jsonLog } from './log.ts'
import { gatewayOptions } from './options.ts'
import { startGateway } from './start-gateway.ts'

/** `penstock gateway`: runs until SIGTERM or SIGINT, then drains. Exits 1 when it cannot start. */
export async function runGateway(env: NodeJS.ProcessEnv): Promise<void> {
  keepRequestsYoung()
  const log = jsonLog((line) => process.stderr.write(line))
  const gateway = await startGateway(gatewayOptions(env, log)).catch((error: unknown) => {
    log('error', `the gateway could not start: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
    return null
  })
  if (gateway === null) return
  let stopping = false
  const stop = (signal: string) => {
    // A second signal means now.
    if (stopping) process.exit(1)
    stopping = true
    log('info', `${signal}: finishing what is under way`)
    void gateway.close().then(() => process.exit(0))
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
  log('info', 'the gateway listens', {
    url: gateway.url,
    admin: gateway.adminUrl,
    tlsPort: gateway.tlsPort,
    node: gateway.node,
  })
}
