import { expect, test } from 'vitest'
import { changes, list, pets, without } from './definition.fixture.ts'
import { checkList, overrideVerdicts, summarize, type VerdictOverride } from './index.ts'

const said = (check: string, level: VerdictOverride['level']): VerdictOverride => ({
  check,
  level,
  reason: 'Nobody reads it',
  by: 'ada@example.com',
  actor: null,
  at: '2026-11-22T00:00:00.000Z',
})
const query = (name: string) => ({ name, in: 'query' })
const before = pets(list({ summary: 'a', parameters: [query('since'), query('page')] }))
const after = without(pets(list({ summary: 'b', parameters: [query('page')] })), 'met_create')
const judged = changes(before, after)

test('nobody said anything: as the checks say', () => {
  expect(overrideVerdicts(judged, [])).toEqual(judged)
  expect(overrideVerdicts(judged, [said('parameter-moved', 'safe')])).toEqual(judged)
})

test('a check means what a person said, and its own verdict stays with the reason', () => {
  const [first, second] = overrideVerdicts(judged, [said('operation-removed', 'safe')])
  expect(first).toMatchObject({
    title: 'Remove query parameter since from GET /pets and 1 more edit',
    verdict: 'risky',
  })
  expect(second).toMatchObject({
    title: 'Remove POST /pets',
    verdict: 'safe',
    findings: [
      {
        check: 'operation-removed',
        verdict: 'safe',
        override: { level: 'safe', from: 'breaking', reason: 'Nobody reads it', by: 'ada@example.com' },
      },
    ],
  })
})

test('a level may be raised, and the change is as bad as its worst finding', () => {
  const [first] = overrideVerdicts(judged, [said('documentation-changed', 'breaking')])
  expect(first).toMatchObject({ kind: 'method', verdict: 'breaking' })
  expect(summarize(overrideVerdicts(judged, [said('parameter-removed', 'breaking')])).breaking).toBe(2)
})

test('what is off counts for nothing and is still listed', () => {
  const found = overrideVerdicts(judged, [said('operation-removed', 'off'), said('parameter-removed', 'off')])
  expect(found.map(({ verdict }) => verdict)).toEqual(['safe', 'documentation'])
  expect(found.flatMap(({ findings }) => findings)).toHaveLength(
    judged.flatMap(({ findings }) => findings).length,
  )
})

test('whatever is said, no change and no finding is lost', () => {
  for (const level of ['breaking', 'risky', 'safe', 'off'] as const) {
    const found = overrideVerdicts(
      judged,
      checkList.map(({ id }) => said(id, level)),
    )
    const told = (list: typeof found) =>
      list.flatMap(({ id, findings }) => [id, ...findings.map((one) => one.check)])
    expect(told(found).sort()).toEqual(told(judged).sort())
  }
})
