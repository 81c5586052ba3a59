import { existsSync, readdirSync } from 'node:fs'
import { installPackages } from './debian.mjs'

/** Whether the integration tests can have a real PostgreSQL: one by address, or binaries to start one with. */
export async function ensurePostgres() {
  if (process.env.TEST_DATABASE_URL) return true
  if (binaries()) return true
  console.log('Installing PostgreSQL …')
  await installPackages('postgresql')
  return binaries() !== undefined
}

function binaries() {
  const base = '/usr/lib/postgresql'
  if (!existsSync(base)) return undefined
  return readdirSync(base).find((version) => existsSync(`${base}/${version}/bin/initdb`))
}
