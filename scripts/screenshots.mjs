// npm run screenshots: builds, then takes the pictures of docs/screenshots from the running product. `npm run screenshots
// -- review portal` takes only the named ones; with --all those that docs does not keep as well, into .cache/screenshots.
import { build } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { must } from './lib/run.mjs'

await ensureDependencies()
await build()
const chromium = await ensureChromium()
const args = [
  '--import',
  'tsx',
  '--conditions=@penstock/source',
  'e2e/screenshots/main.ts',
  ...process.argv.slice(2),
]
await must('Taking the screenshots', process.execPath, args, {
  env: chromium ? { PENSTOCK_CHROMIUM: chromium } : {},
})
