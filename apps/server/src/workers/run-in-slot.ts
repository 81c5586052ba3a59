import { type JobLimits, runJob } from './run-job.ts'
import type { Slots } from './slots.ts'
import type { Threads } from './threads.ts'

/** Where a job runs: how many of them at once, and in which threads. */
export interface JobPlace {
  readonly slots: Slots
  readonly threads: Threads
}

/**
 * `runJob` when its turn comes. The next thread loads once nobody waits for one: who does starts the own, and one
 * more would be loaded beside it.
 */
export function runInSlot<Reply extends object>(
  { slots, threads }: JobPlace,
  job: unknown,
  limits: JobLimits,
  size?: number,
): Promise<Exclude<Reply, { error: unknown }>> {
  return slots.run(async () => {
    try {
      return await runJob<Reply>(threads, job, limits)
    } finally {
      if (!slots.isAwaited) threads.warm()
    }
  }, size)
}
