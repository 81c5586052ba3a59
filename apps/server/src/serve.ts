import { AppError } from '@penstock/errors'
import type { Database } from '@penstock/prisma'
import type { FastifyBaseLogger } from 'fastify'
import { createApp } from './app.ts'
import { ensureBootstrapToken } from './auth/api-tokens.ts'
import { gatewayToken } from './auth/gateway-token.ts'
import { newSetupToken } from './auth/setup.ts'
import { runDueRequests } from './commands/deploy-requests/run-due-requests.ts'
import { createCore } from './core.ts'
import { startScheduler } from './deploy-requests/scheduler.ts'
import { createShell } from './http/shell.ts'
import type { ServerEnvironment } from './settings.ts'
import type { RunningServer, ServerOptions } from './start-server.ts'
import { collectContent } from './store/collect-content.ts'
import { releasePlans } from './store/held-plans.ts'
import { startHousekeeping } from './sync/housekeeping.ts'
import { pruneUsage } from './usage/prune-usage.ts'
import { importThreads } from './workers/run-import.ts'

export interface ServeOptions extends Omit<ServerOptions, 'env' | 'databaseUrl'> {
  /** Belongs to the server from now on: closed with it, and when it can't be started. */
  readonly database: Database
  readonly environment: ServerEnvironment
  readonly log: FastifyBaseLogger
}

/** Serves the control plane from an open database until it is closed. Throws PORT_IN_USE. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { database, dataDir, environment, host, log, port } = options
  const closing = new AbortController()
  const undo: (() => PromiseLike<void>)[] = [() => database.close()]
  const close = once(async () => {
    closing.abort()
    for (const step of undo.reverse()) await step()
  })
  try {
    const { importLimit: importLimitBytes } = environment
    const note = (message: string) => log.warn(message)
    const core = await createCore({ database, dataDir, importLimitBytes, log: note })
    undo.push(() => core[Symbol.asyncDispose]())
    // Ends after the app, which is what others wait for, and before what it works on.
    const housekeeping = startHousekeeping({
      async collect(signal) {
        await releasePlans(core.db, core.clock.now())
        await collectContent(core.db, signal)
        await core.sync.collectBundles(core.clock.now(), signal)
        await pruneUsage(core.db, core.clock.now(), signal)
      },
      log: note,
      closing: closing.signal,
    })
    undo.push(() => housekeeping[Symbol.asyncDispose]())
    const scheduler = startScheduler({
      runDue: (signal) => runDueRequests(core, signal),
      log: note,
      closing: closing.signal,
    })
    undo.push(() => scheduler[Symbol.asyncDispose]())
    // Where one was reverted, or can't be any more, the next need not wait for the scheduler's next look.
    const stopListening = core.live.listen(({ type }) => {
      if (type === 'deploy-request') scheduler.wake()
    })
    undo.push(async () => stopListening())
    const shell = createShell({
      publicUrl: environment.publicUrl,
      gatewayToken: gatewayToken(dataDir, environment.gatewayToken),
      gatewayDomain: environment.gatewayDomain,
      gatewayPort: options.gatewayPort ?? 9080,
      importLimit: environment.importLimit,
      closing: closing.signal,
      now: () => core.clock.now().getTime(),
    })
    if (environment.bootstrapToken) await ensureBootstrapToken(core, environment.bootstrapToken)
    const { consoleRoot } = options
    const app = await createApp({ core, shell, log, trustProxy: environment.trustProxy, consoleRoot })
    undo.push(() => app.close())
    const localUrl = reachable(await app.listen({ port, host }).catch(portTaken(port, host)), host)
    importThreads.warm()
    const url = environment.publicUrl ?? localUrl
    const token = await newSetupToken(core.db)
    return {
      url,
      localUrl,
      // In the fragment: it is never sent, so no log on the way has it.
      setupUrl: token === null ? null : `${url}/setup#token=${token}`,
      close,
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function portTaken(port: number, host: string) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new AppError('PORT_IN_USE', { params: { port, host, variable: 'PENSTOCK_PORT' }, cause: error })
  }
}

/** An address that can be opened: "all interfaces" is none. */
function reachable(address: string, host: string): string {
  const url = new URL(address)
  if (host === '0.0.0.0' || host === '::') url.hostname = 'localhost'
  return url.origin
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= work())
}
