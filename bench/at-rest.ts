import { cpus } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

const calm = 0.15
const patienceMs = 60_000

/**
 * Waits until the machine has little else to do, so that a measure is of the product and not of what was left over from
 * before (a server that checks what it imported, another job). Answers which share of the processors was busy last:
 * after a minute it goes on with what there is, and the row says so.
 */
export async function atRest(): Promise<number> {
  const until = performance.now() + patienceMs
  for (;;) {
    const before = ticks()
    await wait(500)
    const after = ticks()
    const busy = (after.busy - before.busy) / Math.max(1, after.all - before.all)
    if (busy <= calm || performance.now() > until) return busy
  }
}

function ticks() {
  let [busy, all] = [0, 0]
  for (const { times } of cpus()) {
    const used = times.user + times.nice + times.sys + times.irq
    busy += used
    all += used + times.idle
  }
  return { busy, all }
}
