import type { BundleExample } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { contextOf } from '../../request-context.fixture.ts'
import { chooseExample } from './example.ts'

const examples: BundleExample[] = [
  { status: 200, contentType: 'application/json', body: 0 },
  { status: 200, contentType: 'application/xml; charset=utf-8', body: 1 },
  { status: 404, contentType: 'application/json', body: 2 },
]

function chosen(headers: Record<string, string>): number | null | undefined {
  return chooseExample(contextOf({ headers }), examples)?.body
}

test('the first example is what a call gets', () => {
  expect(chosen({})).toBe(0)
  expect(chosen({ Accept: '*/*' })).toBe(0)
})

test('Accept chooses among those of the same status; without a match the first answers', () => {
  expect(chosen({ Accept: 'text/html, application/xml;q=0.9' })).toBe(1)
  expect(chosen({ Accept: 'text/*' })).toBe(0)
})

test('Prefer chooses by status; one that is not described is no answer', () => {
  expect(chosen({ Prefer: 'status=404' })).toBe(2)
  expect(chosen({ Prefer: 'respond-async, code=404' })).toBe(2)
  expect(chosen({ Prefer: 'status=418' })).toBe(undefined)
})
