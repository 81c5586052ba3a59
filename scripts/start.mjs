// npm start: installs, builds what changed, and runs the server with one gateway. Arguments go to `penstock start`.
import { spawn } from 'node:child_process'
import { build } from './lib/build.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { root } from './lib/run.mjs'

await ensureDependencies()
await build()

const child = spawn(
  process.execPath,
  [`${root}packages/cli/bin/penstock.mjs`, 'start', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
// The terminal sends Ctrl-C to the whole group; we only wait for the child to finish its draining.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : code))
