// npm test: types, lint and boundaries, format, unit, integration, end to end. Installs what it needs; says what it
// could not run, and with CI=true that is a failure. `npm test -- unit e2e` runs only the named steps.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { build } from './lib/build.mjs'
import { ensureChromium } from './lib/chromium.mjs'
import { generateClient } from './lib/database-client.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { ensurePostgres } from './lib/postgres.mjs'
import { ensureProgram } from './lib/programs.mjs'
import { bin, root, run } from './lib/run.mjs'

await ensureDependencies()

const results = `${root}.cache/test-results`
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }
const unsteady = []
const missing = []

const steps = {
  types: () => run(process.execPath, ['scripts/types.mjs']),
  lint: () => run(bin('oxlint'), ['--deny-warnings']),
  format: () => run(bin('biome'), ['format', '--reporter=summary']),
  unit: async () => {
    await generateClient()
    return vitest('unit')
  },
  integration: async () => {
    if (!(await ensurePostgres()))
      missing.push('integration tests on PostgreSQL: no server and none could be installed')
    if (!(await ensureProgram('redis')))
      missing.push('integration tests on Redis: no server and none could be installed')
    if (!(await ensureProgram('nginx')))
      missing.push('integration tests beside nginx: none could be installed')
    // Some of them run Penstock as it is installed, from the build.
    await build()
    return vitest('integration', 'node-core')
  },
  e2e: async () => {
    const chromium = await ensureChromium()
    if (!chromium) {
      missing.push('end-to-end tests: no Chromium, and none could be installed')
      return 0
    }
    await build()
    return playwright(chromium)
  },
}

const wanted = process.argv.slice(2)
const failed = []
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length && !wanted.includes(name)) continue
  const began = performance.now()
  console.log(`\n── ${name}`)
  if ((await step()) !== 0) failed.push(name)
  console.log(
    `── ${name}: ${failed.includes(name) ? 'failed' : 'ok'}, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
}

for (const what of missing) console.log(`\nNOT RUN  ${what}`)
for (const test of unsteady) console.log(`\nUNSTEADY  ${test}: failed, then passed; see what it waits for`)
if (failed.length) console.log(`\nFailed: ${failed.join(', ')}`)
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
)
process.exit(failed.length || (missing.length && process.env.CI === 'true') ? 1 : 0)

async function vitest(...projects) {
  const file = `${results}/${projects[0]}.json`
  const code = await run(bin('vitest'), [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readJson(file)
  total.passed += report?.numPassedTests ?? 0
  total.failed += report?.numFailedTests ?? 0
  total.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  return code
}

async function playwright(chromium) {
  const file = `${results}/e2e.json`
  const code = await run(bin('playwright'), ['test', '--config', 'e2e/playwright.config.ts'], {
    env: { PENSTOCK_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  })
  const { stats, suites = [] } = readJson(file) ?? {}
  unsteady.push(...titlesOfUnsteady(suites))
  total.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  total.failed += stats?.unexpected ?? 0
  total.skipped += stats?.skipped ?? 0
  return code
}

/** Tests that passed at the second try only. */
function titlesOfUnsteady(suites) {
  return suites.flatMap(({ file, specs = [], suites: inner = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map(({ title }) => `${file} › ${title}`),
    ...titlesOfUnsteady(inner),
  ])
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    console.log(`No report at ${file}: the runner ended before it could write one.`)
    return undefined
  }
}
