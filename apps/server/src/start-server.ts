import { AppError } from '@penstock/errors'
import { openDatabase } from '@penstock/prisma'
import { createApp } from './app.ts'
import { ensureBootstrapToken } from './auth/api-tokens.ts'
import { gatewayToken } from './auth/gateway-token.ts'
import { newSetupToken } from './auth/setup.ts'
import { createCore } from './core.ts'
import { createLog } from './http/log.ts'
import { createShell } from './http/shell.ts'
import { readEnvironment } from './settings.ts'
import { importThreads } from './workers/run-import.ts'

export interface ServerOptions {
  /** 0: any free one. */
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** A PostgreSQL; absent: the embedded database in `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** Of the gateway that is started along; tells the URLs of stages until a node has said its own. */
  readonly gatewayPort?: number | undefined
  /** Everything else; `process.env` when absent. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Folder of the built console. */
  readonly consoleRoot?: string | undefined
}

export interface RunningServer extends AsyncDisposable {
  /** How browsers reach it. */
  readonly url: string
  /** How a gateway on this machine reaches it. */
  readonly localUrl: string
  /** The link that makes the first administrator, which works once; null when there is one. */
  readonly setupUrl: string | null
  close(): Promise<void>
}

/**
 * Opens the database (migrating it), and serves the control plane until it is closed. Throws DATA_DIR_IN_USE,
 * DATABASE_UNAVAILABLE, DATABASE_TOO_NEW, PORT_IN_USE.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, databaseUrl, host, port } = options
  const environment = readEnvironment(options.env ?? process.env)
  const closing = new AbortController()
  const log = createLog(environment.logLevel)
  const note = (message: string) => log.warn(message)
  const database = await openDatabase({ dataDir, databaseUrl, log: note })
  const undo: (() => PromiseLike<void>)[] = [() => database.close()]
  const close = once(async () => {
    closing.abort()
    for (const step of undo.reverse()) await step()
  })
  try {
    const importLimitBytes = environment.importLimit
    const core = await createCore({ database, dataDir, importLimitBytes, log: note })
    undo.push(() => core[Symbol.asyncDispose]())
    const shell = createShell({
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
