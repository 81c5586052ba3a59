// npm run bench: builds, then measures. `npm run bench -- start console` runs only the named measures.
import { build } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { ensureProgram } from './lib/programs.mjs'
import { must } from './lib/run.mjs'

await ensureDependencies()
await build()
const chromium = await ensureChromium()
for (const name of ['nginx', 'wrk']) await ensureProgram(name)
const args = ['--import', 'tsx', '--conditions=@penstock/source', 'bench/main.ts', ...process.argv.slice(2)]
await must('The benchmark', process.execPath, args, { env: chromium ? { PENSTOCK_CHROMIUM: chromium } : {} })
