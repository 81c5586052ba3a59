import { expect, test } from 'vitest'
import { changes, list, pets, without } from './definition.fixture.ts'
import { acknowledgeChanges, isOpenBreak, unknownAcknowledgements } from './index.ts'

const who = { by: 'ada@example.com', actor: null, at: '2026-11-22T00:00:00.000Z' }
const query = (name: string) => ({ name, in: 'query' })
const needs = { ...query('until'), required: true }
// POST /pets is gone; GET /pets needs one more parameter, and an API key.
const before = pets(list({ parameters: [query('since')] }))
const after = without(pets(list({ parameters: [query('since'), needs], apiKeyRequired: true })), 'met_create')
const judged = changes(before, after)
const open = (given: Parameters<typeof acknowledgeChanges>[1]) =>
  acknowledgeChanges(judged, given, who)
    .filter(isOpenBreak)
    .map(({ id }) => id)

test('a change is acknowledged by its id, with who, when and why', () => {
  const [first, second] = acknowledgeChanges(judged, [{ of: 'met_create', reason: 'Unused' }], who)
  expect([first, second]).toMatchObject([
    { id: 'met_list' },
    { id: 'met_create', acknowledged: { reason: 'Unused', ...who } },
  ])
  expect(first).not.toHaveProperty('acknowledged')
})

test('all that a check found is acknowledged by its id', () => {
  expect(open([])).toEqual(['met_list', 'met_create'])
  expect(open([{ of: 'operation-removed', reason: 'Unused' }])).toEqual(['met_list'])
})

test('one finding that breaks clients and that nobody spoke of keeps its change open', () => {
  const key = { of: 'api-key-demanded', reason: 'Announced' }
  expect(open([key])).toContain('met_list')
  expect(open([key, { of: 'required-parameter-added', reason: 'Agreed' }])).not.toContain('met_list')
  expect(open([{ of: 'met_list', reason: 'Agreed' }])).not.toContain('met_list')
})

test('what was acknowledged before keeps its reason', () => {
  const first = acknowledgeChanges(judged, [{ of: 'met_create', reason: 'Unused' }], who)
  const again = acknowledgeChanges(first, [{ of: 'operation-removed', reason: 'Another' }], who)
  expect(again.find(({ id }) => id === 'met_create')?.acknowledged?.reason).toBe('Unused')
})

test('what names neither a change nor a check is told', () => {
  const given = ['met_create', 'operation-removed', 'parameter-moved', 'operation-remvoed'].map((of) => ({
    of,
    reason: '',
  }))
  expect(unknownAcknowledgements(judged, given)).toEqual(['operation-remvoed'])
})
