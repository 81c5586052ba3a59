// Types of everything: packages and apps by reference, then the tests.
import { generateClient } from './lib/database-client.mjs'
import { must, root } from './lib/run.mjs'

const tsc = `${root}node_modules/ts7/bin/tsc`
await generateClient()
await must('Type checking', process.execPath, [tsc, '-b'])
await must('Type checking the tests', process.execPath, [tsc, '-p', 'tsconfig.tests.json'])
