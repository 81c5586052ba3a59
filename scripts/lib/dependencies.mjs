import { existsSync, statSync } from 'node:fs'
import { must, root } from './run.mjs'

/** Installs what package-lock.json names, unless node_modules is at least as new as it. */
export async function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Penstock needs Node.js 20.19 or newer; this is ${process.versions.node}.`)
    process.exit(1)
  }
  const installed = `${root}node_modules/.package-lock.json`
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs)
    return
  console.log('Installing dependencies …')
  // Not `npm ci`, which deletes what is installed and begins anew. --no-save leaves the lock file as it is.
  await must(
    'Installing the dependencies',
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    { env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' } },
  )
  // npm keeps the lock file's own time; the comparison above needs ours to be the newer one.
  const { utimesSync } = await import('node:fs')
  utimesSync(installed, new Date(), new Date())
}
