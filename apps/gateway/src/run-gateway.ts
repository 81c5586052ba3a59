import { aborted } from './aborted.ts'
import { jsonLog } from './log.ts'
import { openGateway } from './open-gateway.ts'
import { gatewayOptions } from './options.ts'
import { isWorker, serveAsWorker } from './workers/serve-as-worker.ts'

/** `penstock gateway`: runs until SIGTERM or SIGINT, then drains. Exits 1 when it cannot start. */
export async function runGateway(env: NodeJS.ProcessEnv): Promise<void> {
  const log = jsonLog((line) => process.stderr.write(line))
  const stopped = new AbortController()
  const stop = (signal: string) => {
    // A second signal means now.
    if (stopped.signal.aborted) process.exit(1)
    log('info', `${signal}: finishing what is under way`)
    stopped.abort()
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
  if (isWorker(env)) {
    const served = await serveAsWorker(gatewayOptions(env, log), stopped.signal)
    process.exit(served ? 0 : 1)
  }
  const gateway = await openGateway(gatewayOptions(env, log)).catch((error: unknown) => {
    log('error', `the gateway could not start: ${error instanceof Error ? error.message : String(error)}`)
    return process.exit(1)
  })
  const { url, adminUrl, tlsPort, node } = gateway
  log('info', 'the gateway listens', { url, admin: adminUrl, tlsPort, node })
  await aborted(stopped.signal)
  await gateway.close()
  process.exit(0)
}
