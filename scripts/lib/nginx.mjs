import { existsSync } from 'node:fs'
import { installPackages } from './debian.mjs'

const program = '/usr/sbin/nginx'

/** Whether the integration tests can start a real nginx. */
export async function ensureNginx() {
  if (existsSync(program)) return true
  console.log('Installing nginx …')
  await installPackages('nginx-light')
  return existsSync(program)
}
