import { expect, test } from 'vitest'
import type { SaveState } from '../../editor/index.ts'
import { saveFirst } from './unsaved.ts'

const after = (state: SaveState) => saveFirst({ flush: () => Promise.resolve(), state })

test('whoever asks the server for an answer is told what of the screen it does not know', async () => {
  expect(await after({ status: 'failed', reason: 'Too large.' })).toBe('Too large.')
  expect(await after({ status: 'retrying', reason: 'Not reached.', retryAt: 1 })).toBe('Not reached.')
  const conflict = {
    id: 'met_1',
    base: null,
    theirs: null,
    revision: null,
    by: 'Ada',
    mergeable: true,
    clashing: [],
  }
  expect(await after({ status: 'conflict', conflicts: [conflict] })).toBe('Ada changed this too.')
})

test('there is nothing to say once all is saved, nor of what is typed meanwhile', async () => {
  expect(await after({ status: 'saved', at: 1 })).toBeNull()
  expect(await after({ status: 'saving' })).toBeNull()
})
