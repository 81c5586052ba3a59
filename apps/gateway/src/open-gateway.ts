import type { GatewayOptions } from './options.ts'
import { type Gateway, startGateway } from './start-gateway.ts'
import { startWorkers } from './workers/start-workers.ts'

/**
 * A gateway in this process, or in as many as are asked for; then this program has to go on in `serveAsWorker` where
 * `isWorker` holds. Throws PORT_IN_USE, DATA_DIR_IN_USE and GATEWAY_NOT_STARTED.
 */
export function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { workers = 1 } = options
  return workers === 1 ? startGateway(options) : startWorkers(options, workers)
}
