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

test('secret values are masked by name, other fields stay; equal values look equal, others do not', () => {
  const { environment, ...shown } = maskSecrets(fn)
  expect(shown).toEqual({ kind: 'function', id: 'f', name: 'f', code: 'x' })
  expect(environment).toEqual({ KEY: expect.stringMatching(/^•••• \(.{8}\)$/), B: expect.any(String) })
  expect(maskSecrets({ ...fn, environment: { KEY: 'hunter2' } }).environment?.['KEY']).toBe(
    environment?.['KEY'],
  )
  expect(environment?.['B']).not.toBe(environment?.['KEY'])
  expect(fn.environment?.['KEY']).toBe('hunter2')
})
