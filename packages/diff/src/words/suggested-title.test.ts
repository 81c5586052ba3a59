import { expect, test } from 'vitest'
import { changeOf } from './change.fixture.ts'
import { suggestedTitle } from './suggested-title.ts'

const title = (title: string, verdict: 'breaking' | 'safe') => changeOf(title, { title, verdict })

test('a request is called what it does worst, and says how much there is besides', () => {
  const added = title('Add GET /boats', 'safe')
  expect(suggestedTitle([added])).toBe('Add GET /boats')
  expect(suggestedTitle([added, title('Remove GET /ships', 'breaking')])).toBe(
    'Remove GET /ships, and 1 more change',
  )
})

test('what is alike is said once, and a long title leaves room', () => {
  const alike = ['/a', '/b', '/c'].map((path) =>
    changeOf(path, { title: `Remove query parameter page from GET ${path}`, action: 'changed' }),
  )
  expect(suggestedTitle(alike)).toBe('Remove query parameter page from 3 operations')
  expect(suggestedTitle([title('x'.repeat(500), 'safe')]).length).toBeLessThan(200)
})
