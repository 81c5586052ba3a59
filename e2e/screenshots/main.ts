import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { startPenstock } from '@penstock/testkit'
import { type Browser, chromium } from '@playwright/test'
import { nameHelper } from '../pages/name-helper.ts'
import { prepareApis } from './apis.ts'
import { capture } from './capture.ts'
import { atRest } from './at-rest.ts'
import { indexPage } from './index-page.ts'
import { preparePeople } from './people.ts'
import { subjects } from './subjects.ts'

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
]
const themes = ['light', 'dark'] as const
/** Those that docs keeps: every subject small in both themes, and large where that shows more. */
const large = new Set([
  'designer-empty',
  'designer-github',
  'designer-graph-far',
  'designer-graph-near',
  'review',
])

const docs = new URL('../../docs/screenshots/', import.meta.url)
const cache = new URL('../../.cache/screenshots/', import.meta.url)

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const usage = `npm run screenshots -- [subject …] [--all]

Subjects: ${subjects.map(({ name }) => name).join(', ')}. All of them where none is named.
With --all also the pictures that docs does not keep, into .cache/screenshots.`
if (values.help) {
  console.log(usage)
  process.exit()
}
const unknown = wanted.filter((name) => !subjects.some((subject) => subject.name === name))
if (unknown.length) {
  console.error(`There is no subject called ${unknown.join(', ')}.\n\n${usage}`)
  process.exit(2)
}

const executablePath = process.env['PENSTOCK_CHROMIUM']
await using penstock = await startPenstock()
const browser: Browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  const storageState = await preparePeople(browser, penstock, () => prepareApis(penstock))
  await mkdir(docs, { recursive: true })
  await mkdir(cache, { recursive: true })
  for (const subject of subjects) {
    const { name } = subject
    if (wanted.length > 0 && !wanted.includes(name)) continue
    for (const viewport of sizes) {
      const { width } = viewport
      const inDocs = isKept(name, width)
      if (!inDocs && !values.all) continue
      const context = await browser.newContext({
        storageState,
        viewport,
        baseURL: penstock.url,
        reducedMotion: 'reduce',
      })
      await context.addInitScript(nameHelper)
      const page = await context.newPage()
      await subject.show(page)
      const session = await context.newCDPSession(page)
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme })
        await atRest(page)
        const file = `${name}-${width}-${colorScheme}.webp`
        const picture = await capture(session)
        await writeFile(new URL(file, inDocs ? docs : cache), picture)
        console.log(`${inDocs ? 'docs ' : 'cache'}  ${file}  ${(picture.length / 1000).toFixed(0)} kB`)
      }
      await context.close()
    }
  }
  await writeFile(
    new URL('README.md', docs),
    indexPage(subjects, ({ name }) => sizes.map(({ width }) => width).filter((width) => isKept(name, width))),
  )
} finally {
  await browser.close()
}

function isKept(name: string, width: number): boolean {
  return width === 1280 || large.has(name)
}
