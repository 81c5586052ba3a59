import { expect, test } from 'vitest'
import { saveTextSchema } from './save-text.schema.ts'

type Part = Partial<Record<'place' | 'text' | 'record', string>>

function fits(put: readonly Part[], remove: readonly string[] = []): boolean {
  return saveTextSchema.safeParse({
    slug: 'pets',
    tab: 'a',
    put: put.map((part) => ({ place: '/info', text: '# a\n', record: null, revision: 0, ...part })),
    remove: remove.map((place) => ({ place, revision: 1 })),
  }).success
}

test('a place is a pointer, that of an order, the end or the whole text', () => {
  for (const place of ['', '/info', '/paths/~1pets', 'order:', 'order:/paths', 'end:', `/${'x'.repeat(799)}`])
    expect(fits([{ place }]), place).toBe(true)
  for (const place of ['info', 'order', 'order:paths', 'end:/paths', 'x:', `/${'x'.repeat(800)}`])
    expect(fits([{ place }]), place).toBe(false)
})

test('a place is put or removed once', () => {
  expect(fits([{ place: '/info' }, { place: '/paths' }], ['/tags'])).toBe(true)
  expect(fits([{ place: '/info' }, { place: '/info' }])).toBe(false)
  expect(fits([{ place: '/info' }], ['/info'])).toBe(false)
  expect(fits([], ['/info', '/info'])).toBe(false)
})

test.each(['\0', '\ud800', 'a\udc00'])('what no database takes is refused: %j', (text) => {
  expect(fits([{ text: `# ${text}` }])).toBe(false)
  expect(fits([{ place: `/${text}` }])).toBe(false)
  expect(fits([{ record: text }])).toBe(false)
  expect(fits([], [`/${text}`])).toBe(false)
  expect(fits([{ text: '# 😀' }])).toBe(true)
})
