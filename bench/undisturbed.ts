import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** Share of the processors that may go to other guests of the host while a sample is taken. */
const most = 0.05

/** What was measured, with how many samples were set aside or count although they were disturbed. */
export interface Undisturbed<Sample> {
  readonly samples: readonly Sample[]
  /** For the row: what the host did to the samples. */
  readonly host?: string
}

/**
 * Takes so many samples during which the processors were the machine's own. On a shared host the hypervisor gives them
 * to others for a while, and a sample of then tells of these: it is set aside and taken anew, as often as there are
 * samples in all. Where there is no end to it every sample counts, and none is set aside.
 */
export async function undisturbed<Sample, Ready>(
  wanted: number,
  sample: (ready: Ready) => Promise<Sample>,
  /** What has to be done before each and is not looked at; told which it is. */
  prepare: (at: number) => Promise<Ready> | Ready,
): Promise<Undisturbed<Sample>> {
  const own: Sample[] = []
  const others: Sample[] = []
  for (let at = 0; own.length < wanted && at < 2 * wanted; at++) {
    const ready = await prepare(at)
    const stolen = stolenMs()
    const began = performance.now()
    const taken = await sample(ready)
    const share = (stolenMs() - stolen) / ((performance.now() - began) * cpus().length)
    ;(share > most ? others : own).push(taken)
  }
  if (others.length === 0) return { samples: own }
  return own.length === wanted
    ? { samples: own, host: `${others.length} more set aside: the host took CPU` }
    : { samples: [...own, ...others], host: `the host took CPU during ${others.length}` }
}

/** Milliseconds of all processors that the host gave to others since the machine began; 0 where it does not say. */
function stolenMs(): number {
  if (process.platform !== 'linux') return 0
  const [, , , , , , , , stolen] = readFileSync('/proc/stat', 'utf8').split('\n', 1)[0]!.split(/\s+/)
  return Number(stolen ?? 0) * 10
}
