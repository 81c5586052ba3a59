import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { renderIndex, renderPage, rules } from './index.ts'

const pages = new URL('../../../docs/lint/', import.meta.url)
const advice = 'node packages/lint/scripts/write-docs.mjs writes them anew'

test('every rule has a page in docs/lint that says what the rule says, and every page a rule', () => {
  const written = readdirSync(pages).filter((file) => file !== 'README.md')
  expect(written.sort(), advice).toEqual(rules.map(({ id }) => `${id}.md`).sort())
  for (const rule of rules)
    expect(readFileSync(new URL(`${rule.id}.md`, pages), 'utf8'), `${rule.id}: ${advice}`).toBe(
      renderPage(rule),
    )
})

test('the list of rules in docs/lint is the table of rules', () => {
  expect(readFileSync(new URL('README.md', pages), 'utf8'), advice).toBe(renderIndex(rules))
})

test('rules have an id, a title without a full stop, a reason and an advice', () => {
  for (const { id, title, why, mend } of rules) {
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/)
    expect(title, id).not.toMatch(/\.$/)
    expect(why, id).toMatch(/\.$/)
    expect(mend, id).toMatch(/\.$/)
  }
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
})
