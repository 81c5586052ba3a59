import type { DesiredState } from '@penstock/bundle'
import { expect, test } from 'vitest'
import type { Applier } from './applier.ts'
import type { ControlPlane } from './control-plane.ts'
import { Synchronizer } from './synchronizer.ts'
import { signalled } from '../wire/wire.fixture.ts'

/** Puts a second state so many microtasks after the first was acknowledged; answers the revisions that were applied. */
async function appliedWith(delay: number): Promise<number[]> {
  const applied: number[] = []
  const say = signalled<DesiredState>()
  const end = signalled<void>()
  const controlPlane = {
    async *states() {
      yield { revision: 1, stages: [] }
      yield await say.promise
      await end.promise
    },
    async ack({ revision }: { revision: number }) {
      if (revision === 1) void later(delay).then(() => say.resolve({ revision: 2, stages: [] }))
    },
  } as unknown as ControlPlane
  const applier = {
    apply: async ({ revision }: DesiredState) => {
      applied.push(revision)
      return { stages: [], kept: Promise.resolve() }
    },
  } as unknown as Applier
  const synchronizer = new Synchronizer({
    controlPlane,
    applier,
    node: 'n',
    url: 'http://n',
    headBytes: 32_768,
    log: () => {},
    pauseMs: 1,
    pauseMaxMs: 1,
  })
  synchronizer.start()
  // All of it is over after so many turns, whether it was applied or not.
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate)
  const stopped = synchronizer.stop()
  end.resolve()
  await stopped
  return applied
}

async function later(microtasks: number): Promise<void> {
  for (let passed = 0; passed < microtasks; passed++) await Promise.resolve()
}

test('a state that comes in whatever moment another has been applied is applied too', async () => {
  for (let delay = 0; delay < 30; delay++)
    expect(await appliedWith(delay), `${delay} microtasks`).toEqual([1, 2])
})
