// npm run dev: server and gateway from their sources, started again on each change; console and portal by vite with
// hot reload at :9001 and :9002, which pass every other call on to the server at :9000.
import { spawn } from 'node:child_process'
import { ensureDependencies } from './lib/dependencies.mjs'
import { bin, must, root } from './lib/run.mjs'

await ensureDependencies()
await must('Generating the database client', process.execPath, ['prisma/scripts/generate.mjs'], {
  quiet: true,
})

const watch = ['--watch', '--watch-preserve-output', '--import', 'tsx', '--conditions=@penstock/source']
const jobs = [
  [process.execPath, [...watch, `${root}packages/cli/bin/penstock-dev.mjs`, 'start'], root],
  [bin('vite'), ['--port', '9001'], `${root}apps/console`],
  [bin('vite'), ['--port', '9002'], `${root}apps/portal`],
]
const children = jobs.map(([command, args, cwd]) => spawn(command, args, { cwd, stdio: 'inherit' }))
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => children.forEach((child) => child.kill(signal)))
