// Writes docs/lint from the rules: one page each and the list. A test holds that they agree.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { register } from 'tsx/esm/api'

register()
const { renderIndex, renderPage, rules } = await import('../src/index.ts')
const pages = new URL('../../../docs/lint/', import.meta.url)
mkdirSync(pages, { recursive: true })
for (const file of readdirSync(pages)) rmSync(new URL(file, pages))
for (const rule of rules) writeFileSync(new URL(`${rule.id}.md`, pages), renderPage(rule))
writeFileSync(new URL('README.md', pages), renderIndex(rules))
