import { expect, test } from 'vitest'
import { operationTitle } from './operation-title.ts'

const call = { method: 'GET', path: '/pets' }

test.each([
  ['its summary', { summary: 'List pets', operationId: 'pets/list' }, 'List pets'],
  ['its operationId without one', { summary: null, operationId: 'pets/list' }, 'pets/list'],
  ['its operationId where the summary is blank', { summary: ' ', operationId: 'pets/list' }, 'pets/list'],
  ['method and path where it has neither', { summary: null, operationId: null }, 'GET /pets'],
])('an operation is called by %s', (_, names, title) => {
  expect(operationTitle({ ...call, ...names })).toBe(title)
})
