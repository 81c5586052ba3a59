import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/*
 * React Aria counts the transitions that run, and hears one `transitioncancel` of an element that is removed meanwhile
 * (react-aria, runAfterTransition). Of an element with several it keeps the rest, and with the element all of the form
 * or dialog that it was in, for as long as the page is open.
 */
const several = /\btransition-(all|colors|shadow)\b|\btransition-\[[^\]]*(,|border)|['"` ]transition['"` ]/

test('no class puts more than one property in transition', () => {
  const roots = ['.', '../../../apps/console/src', '../../../apps/portal/src']
  const sources = roots
    .map((root) => join(import.meta.dirname, root))
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
        .map((name) => join(root, name)),
    )
  expect(sources.length).toBeGreaterThan(200)
  expect(sources.filter((file) => several.test(readFileSync(file, 'utf8')))).toEqual([])
})
