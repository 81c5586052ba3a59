import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { AppError, hearError, type ToldError } from '@penstock/errors'

export interface GatewayChild {
  /** Public base URL of the gateway's HTTP listener. */
  readonly url: string
  /** SIGTERM, then waits until the requests in flight are answered. */
  stop(): Promise<void>
}

/** What the gateway's process tells the one that started it, once. */
export type GatewayMessage = { readonly ready: string } | { readonly failed: ToldError }

/** Names the `penstock start` that a gateway belongs to; gateway-claim.ts says what for. */
export const ownerVariable = 'PENSTOCK_GATEWAY_OWNER'

/** Longest pause before a gateway that died is started again. */
const longestPauseMs = 10_000

/**
 * A gateway in a process of its own, so that neither can take the other down. One that dies is started again, after
 * 100 ms at first and up to 10 s when it dies again and again; it serves at once from its own disk. One that never
 * listened is not: its reason (a port in use, a bad setting) would be the same again. Throws what the gateway
 * said, or GATEWAY_NOT_STARTED.
 */
export function startGatewayChild(
  entry: string,
  env: NodeJS.ProcessEnv,
  say: (message: string) => void,
): Promise<GatewayChild> {
  return new Promise((resolve, reject) => {
    let child: ChildProcess
    let timer: NodeJS.Timeout | undefined
    let listened = false
    let stopping = false
    let pauseMs = 100

    const stop = async () => {
      stopping = true
      clearTimeout(timer)
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
    const launch = () => {
      child = fork(entry, ['gateway'], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      child.on('message', (message: GatewayMessage | object) => {
        // Under `node --watch` (`npm run dev`) Node says through the same channel what the child imports.
        if (!('ready' in message || 'failed' in message)) return
        if ('failed' in message) return reject(hearError(message.failed))
        listened = true
        pauseMs = 100
        resolve({ url: message.ready, stop })
      })
      child.once('exit', (code, signal) => {
        if (stopping) return
        const how = signal ?? `exit code ${code}`
        if (!listened) return reject(new AppError('GATEWAY_NOT_STARTED', { params: { how } }))
        say(`The gateway ended (${how}); starting it again in ${pauseMs} ms.`)
        timer = setTimeout(launch, pauseMs)
        pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      })
    }
    launch()
  })
}
