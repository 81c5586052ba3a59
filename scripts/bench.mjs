// npm run bench: builds, then measures. `npm run bench -- start console` runs only the named measures.
import { existsSync } from 'node:fs'
import { build } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { installPackages } from './lib/debian.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { must } from './lib/run.mjs'

await ensureDependencies()
await build()
const chromium = await ensureChromium()
if (!existsSync('/usr/bin/wrk') || !existsSync('/usr/sbin/nginx')) await installPackages('nginx-light', 'wrk')
const args = ['--import', 'tsx', '--conditions=@penstock/source', 'bench/main.ts', ...process.argv.slice(2)]
await must('The benchmark', process.execPath, args, { env: chromium ? { PENSTOCK_CHROMIUM: chromium } : {} })
