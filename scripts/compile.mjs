// Generates the database client and compiles every package and app that runs on Node, in the order of their references.
import { must, root } from './lib/run.mjs'

await must('Generating the database client', process.execPath, ['prisma/scripts/generate.mjs'], {
  quiet: true,
})
await must('Compiling', process.execPath, [
  `${root}node_modules/ts7/bin/tsc`,
  '-b',
  'packages/cli',
  'packages/testkit',
])
