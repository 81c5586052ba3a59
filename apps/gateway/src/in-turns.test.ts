import type { Steps } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { inTurns } from './in-turns.ts'

/** Steps that each take as long as a turn may. */
function* slow(count: number, done: () => void): Steps<string> {
  for (let at = 0; at < count; at++) {
    const began = performance.now()
    while (performance.now() - began < 4);
    done()
    yield
  }
  return 'all'
}

test('whoever waits gets a turn between steps that take long', async () => {
  const log: string[] = []
  let isOver = false
  const wait = () => {
    log.push('waiting')
    if (!isOver) setImmediate(wait)
  }
  setImmediate(wait)
  expect(await inTurns(slow(5, () => log.push('step')))).toBe('all')
  isOver = true
  const steps = log.flatMap((said, at) => (said === 'step' ? [at] : []))
  expect(steps).toHaveLength(5)
  for (const [at, place] of steps.entries()) if (at > 0) expect(log[place - 1]).toBe('waiting')
})

test('what a step throws is thrown', async () => {
  await expect(
    inTurns(
      (function* () {
        yield
        throw new Error('broken')
      })(),
    ),
  ).rejects.toThrow('broken')
})
