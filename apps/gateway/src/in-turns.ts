import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Steps } from '@penstock/bundle'

/** How long requests wait for a step or several: a few of theirs take as long. */
const turnMs = 3

/** Does work between requests: some steps, then whatever waits, then the next. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  await nextTurn()
  let began = performance.now()
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    if (performance.now() - began < turnMs) continue
    await nextTurn()
    began = performance.now()
  }
}
