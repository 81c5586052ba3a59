import { expect, test } from 'vitest'
import type { Function_ } from './index.ts'
import { maskSecrets } from './snapshot.ts'

const fn: Function_ = {
  kind: 'function',
  id: 'f',
  name: 'f',
  code: 'x',
  environment: { KEY: 'hunter2', B: '1' },
}

test('secret values are masked by name, other fields stay, and nothing can be guessed from a mask', () => {
  const masked = maskSecrets(fn)
  expect(masked).toEqual({ ...fn, environment: { KEY: '••••••••', B: '••••••••' } })
  expect(fn.environment?.['KEY']).toBe('hunter2')
})

test('against another record, what differs says so', () => {
  const { environment } = maskSecrets(fn, { ...fn, environment: { KEY: 'other', B: '1' } })
  expect(environment).toEqual({ KEY: '•••••••• (another value)', B: '••••••••' })
})
