import { existsSync } from 'node:fs'
import { installPackages } from './debian.mjs'

const program = '/usr/bin/redis-server'

/** Whether the integration tests can start a real Redis. */
export async function ensureRedis() {
  if (existsSync(program)) return true
  console.log('Installing Redis …')
  await installPackages('redis-server')
  return existsSync(program)
}
