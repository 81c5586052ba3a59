import { resolve } from 'node:path'
import { startServer } from './start-server.ts'

// The control plane as a process of its own. Importing this file starts it; what is to be imported is index.ts.
const { env } = process
const server = await startServer({
  port: Number(env['PENSTOCK_PORT'] ?? 9000),
  host: env['PENSTOCK_HOST'] ?? '127.0.0.1',
  dataDir: resolve(env['PENSTOCK_DATA_DIR'] ?? '.penstock'),
  databaseUrl: env['DATABASE_URL'],
})
process.stdout.write(`Console   ${server.url}\n`)
if (server.setupUrl)
  process.stdout.write(`First administrator (this link works once):\n          ${server.setupUrl}\n`)

const stop = () => void server.close()
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
