import { existsSync, readdirSync } from 'node:fs'
import { run } from './run.mjs'

/** Whether the integration tests can have a real PostgreSQL: one by address, or binaries to start one with. */
export async function ensurePostgres() {
  if (process.env.TEST_DATABASE_URL) return true
  if (binaries()) return true
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('Installing PostgreSQL …')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { env, quiet: true })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], {
      env,
      quiet: true,
    })
  }
  return binaries() !== undefined
}

function binaries() {
  const base = '/usr/lib/postgresql'
  if (!existsSync(base)) return undefined
  return readdirSync(base).find((version) => existsSync(`${base}/${version}/bin/initdb`))
}
