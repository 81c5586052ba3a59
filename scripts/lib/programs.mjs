import { existsSync } from 'node:fs'
import { installPackages } from './debian.mjs'

/** What tests and benchmarks start beside Penstock, and the Debian package that has it. */
const programs = {
  nginx: ['/usr/sbin/nginx', 'nginx-light'],
  redis: ['/usr/bin/redis-server', 'redis-server'],
  wrk: ['/usr/bin/wrk', 'wrk'],
}

/** Whether the program is there, installed if need be. `name`: of `programs`. */
export async function ensureProgram(name) {
  const [path, debianPackage] = programs[name]
  if (existsSync(path)) return true
  console.log(`Installing ${name} …`)
  await installPackages(debianPackage)
  return existsSync(path)
}
