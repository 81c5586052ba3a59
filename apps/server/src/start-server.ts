import { openDatabase } from '@penstock/prisma'
import { createLog } from './http/log.ts'
import { readEnvironment } from './settings.ts'

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
  // The embedded database starts in a process of its own, and meanwhile the rest of the server is loaded: each takes
  // more than a second (`npm run bench`, start).
  const loading = import('./serve.ts')
  const { dataDir, databaseUrl } = options
  const environment = readEnvironment(options.env ?? process.env)
  const log = createLog(environment.logLevel)
  const database = await openDatabase({ dataDir, databaseUrl, log: (message) => log.warn(message) })
  const { serve } = await loading
  return serve({ ...options, database, environment, log })
}
