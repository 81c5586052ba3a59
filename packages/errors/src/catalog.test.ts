import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AppError, catalog, toAppError, toProblem } from './index.ts'

const pages = new URL('../../../docs/errors/', import.meta.url)

test('every code has a page in docs/errors, and every page a code', () => {
  const written = readdirSync(pages)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => file.slice(0, -3))
  expect(written.sort()).toEqual(Object.keys(catalog).sort())
})

test('each page names its code, status and fault as the catalog has them', () => {
  for (const [code, { status, fault }] of Object.entries(catalog)) {
    const page = readFileSync(new URL(`${code}.md`, pages), 'utf8')
    expect(page, code).toMatch(new RegExp(`^# ${code}\n\n`))
    expect(page, code).toContain(`Status ${status} · fault: ${fault}`)
    expect(page, `${code}: what to do`).toContain('## What to do')
  }
})

test('a problem document never carries the internal message', () => {
  const error = new AppError('API_NOT_FOUND', {
    params: { slug: 'orders' },
    internal: 'select returned 0 rows',
  })
  expect(toProblem(error, 'r-1')).toEqual({
    type: '/docs/errors/API_NOT_FOUND',
    title: 'There is no API with the slug "orders".',
    status: 404,
    code: 'API_NOT_FOUND',
    fault: 'client',
    requestId: 'r-1',
  })
})

test('the type of a problem is its page where that is known, and a name where it is not', () => {
  const error = new AppError('REQUEST_MALFORMED')
  const pages = 'https://penstock.example.com/docs/errors'
  expect(toProblem(error, undefined, pages).type).toBe(`${pages}/REQUEST_MALFORMED`)
  expect(toProblem(error, undefined, null).type).toBe('urn:penstock:error:REQUEST_MALFORMED')
})

test('an unexpected error becomes INTERNAL and keeps its cause', () => {
  const cause = new TypeError('x is not a function')
  const error = toAppError(cause)
  expect(error.code).toBe('INTERNAL')
  expect(error.cause).toBe(cause)
  expect(error.message).not.toContain('x is not a function')
})
