import { applyDiff, isEmptyDiff, parseRecord } from '@penstock/model'
import { describe, expect, test } from 'vitest'
import { fixOf, lint, rules } from '../index.ts'
import { answering, fixed, found, pets } from '../testing.fixture.ts'
import type { Case, Cases } from './cases/case.fixture.ts'
import { crossOrigin } from './cases/cors.fixture.ts'
import { integrations } from './cases/integrations.fixture.ts'
import { operations } from './cases/operations.fixture.ts'
import { routes } from './cases/routes.fixture.ts'
import { schemas } from './cases/schemas.fixture.ts'
import { sockets } from './cases/sockets.fixture.ts'
import { templates } from './cases/templates.fixture.ts'
import { unused } from './cases/unused.fixture.ts'

const cases: Cases = {
  ...routes,
  ...sockets,
  ...operations,
  ...integrations,
  ...crossOrigin,
  ...unused,
  ...schemas,
  ...templates,
}

test('a tidy definition has no findings', () => {
  expect(lint(pets())).toEqual([])
})

test('every rule is proven to fire and to keep silent', () => {
  expect(Object.keys(cases).sort()).toEqual(rules.map(({ id }) => id).sort())
})

describe.each(Object.entries(cases))('%s', (id, { fires, at, silent, options }: Case) => {
  test('finds it, at its place, in a sentence', () => {
    const [first] = found(fires, id, options)
    expect(`${first?.location.record} ${(first?.location.path ?? []).join('.')}`).toBe(at)
    expect(first?.message).toMatch(/^.{10,}[.?]$/s)
    expect(first?.severity).toBe(rules.find((rule) => rule.id === id)?.severity)
  })

  test('finds nothing where all is well', () => {
    for (const definition of silent) expect(found(definition, id, options)).toEqual([])
  })
})

const mended = Object.entries(cases).filter(([id]) => fixOf(id) !== undefined)

test.each(mended)('the quick fix of %s mends what was found, and nothing twice', (id, { fires, options }) => {
  const before = found(fires, id, options)
  const after = fixed(fires, id)
  expect(found(after, id, options).length).toBeLessThan(before.length)
  for (const record of after.values()) expect(parseRecord(record)).toBeTruthy()
  // Pressed twice it finds nothing to do, or the next of its kind.
  const again = fixOf(id)!.apply(after, before[0]!)
  const left = found(after, id, options).length
  expect(isEmptyDiff(again) || found(applyDiff(after, again), id, options).length < left).toBe(true)
})

test('what is said of a property names it', () => {
  const schema = { properties: { make_latest: { enum: ['true', 'false'], default: true } } }
  const [first] = found(answering(schema), 'default-not-in-enum')
  expect(first?.message).toBe("The default true of make_latest is not one of the enum's values.")
})

test('places in templates have line and column', () => {
  expect(found(templates['unknown-macro']!.fires, 'unknown-macro')[0]?.location).toMatchObject({
    line: 2,
    column: 3,
  })
})
