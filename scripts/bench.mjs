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
const programs = ['/usr/bin/wrk', '/usr/bin/h2load', '/usr/sbin/nginx']
if (!programs.every((program) => existsSync(program)))
  await installPackages('nginx-light', 'nghttp2-client', 'wrk')
const args = ['--import', 'tsx', '--conditions=@penstock/source', 'bench/main.ts', ...process.argv.slice(2)]
await must('The benchmark', process.execPath, args, { env: chromium ? { PENSTOCK_CHROMIUM: chromium } : {} })
