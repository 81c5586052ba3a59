// Types of everything: packages and apps by reference, then the tests.
import { must, root } from './lib/run.mjs'

const tsc = `${root}node_modules/ts7/bin/tsc`
await must('Generating the database client', process.execPath, ['prisma/scripts/generate.mjs'], {
  quiet: true,
})
await must('Type checking', process.execPath, [tsc, '-b'])
await must('Type checking the tests', process.execPath, [tsc, '-p', 'tsconfig.tests.json'])
