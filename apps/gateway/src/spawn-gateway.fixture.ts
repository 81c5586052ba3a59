import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

/** The program itself from its source, on free ports; its log is what it writes to `stderr`. */
export function spawnGateway(
  env: Readonly<Record<string, string>>,
): ChildProcessByStdio<null, null, Readable> {
  return spawn(process.execPath, ['--import', 'tsx', '--conditions=@penstock/source', main], {
    env: { ...process.env, PENSTOCK_GATEWAY_PORT: '0', PENSTOCK_GATEWAY_ADMIN_PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}
