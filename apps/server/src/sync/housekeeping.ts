import type { Core } from '../core.ts'
import { collectContent } from '../store/collect-content.ts'
import { collectBundles } from './collect-bundles.ts'

const everyMs = 6 * 60 * 60 * 1000

/** Deletes what nothing refers to any more, now and every six hours. One that fails is told of and tried the next time. */
export function startHousekeeping({ db, dataDir, clock, log }: Core): AsyncDisposable {
  let running: Promise<void> = Promise.resolve()
  const run = () => {
    running = running
      .then(async () => {
        await collectContent(db)
        await collectBundles(db, dataDir, clock.now())
      })
      .catch((error: unknown) => {
        log(
          `What nothing refers to could not be deleted: ${error instanceof Error ? error.message : String(error)}`,
        )
      })
  }
  run()
  const timer = setInterval(run, everyMs)
  timer.unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await running
    },
  }
}
