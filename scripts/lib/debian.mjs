import { existsSync } from 'node:fs'
import { run } from './run.mjs'

/** Installs packages where this is a Debian and we may; says nothing where not, since what needs them says so. */
export async function installPackages(...packages) {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, quiet: true })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, quiet: true })
}
