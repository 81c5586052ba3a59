import { expect, test } from 'vitest'
import { safeChanges } from './save-text-safe.ts'

const part = (place: string, text: string) => ({ place, text, record: null, revision: 0 })
const gone = (place: string) => ({ place, revision: 1 })
const torn = '? environment\n: {KEY: hunter2}\n'

test('a part that can’t be told from its secrets is refused by itself; the others are saved', () => {
  const [pets, info] = [part('/paths/~1pets', '# Paged.\n/pets: {}\n'), part('/info', '# A.\ninfo: {}\n')]
  const secret = part('/x-penstock/records/fun_1/environment', 'environment:\n  KEY: hunter2\n')
  const also = part('/x-penstock/records/fun_2', torn)
  expect(safeChanges({ put: [pets, secret, also, info], remove: [gone('/tags')] })).toEqual({
    put: [pets, info],
    remove: [gone('/tags')],
    refused: [
      { place: secret.place, reason: 'secrets' },
      { place: also.place, reason: 'secrets' },
    ],
  })
})

test('secrets are taken out of what can be told from them', () => {
  const { put, refused } = safeChanges({
    put: [part('/x-penstock/records/fun_1', 'fun_1:\n  environment: {KEY: hunter2}\n  timeoutMs: 5 # ms\n')],
    remove: [],
  })
  expect(put).toMatchObject([{ text: 'fun_1:\n  timeoutMs: 5 # ms\n' }])
  expect(refused).toEqual([])
})

test('where a whole text is refused, what it was to stand for stays', () => {
  const whole = part('', 'openapi: 3.1.0\nx-penstock:\n  records: {fun_5: {environment: {KEY: hunter2}}}\n')
  const { put, remove, refused } = safeChanges({ put: [whole], remove: [gone('/info'), gone('end:')] })
  expect([put, remove]).toEqual([[], []])
  expect(refused.map(({ place }) => place)).toEqual(['', '/info', 'end:'])
})

test('where a member is refused, those inside of it stay, and others go', () => {
  const ours = part('/x-penstock', torn)
  const { remove, refused } = safeChanges({
    put: [ours],
    remove: [gone(''), gone('/x-penstock/records/fun_1'), gone('/x-penstocks')],
  })
  expect(remove).toEqual([gone(''), gone('/x-penstocks')])
  expect(refused.map(({ place }) => place)).toEqual(['/x-penstock', '/x-penstock/records/fun_1'])
})
