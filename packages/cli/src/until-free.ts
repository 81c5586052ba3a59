import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export interface Address {
  readonly port: number
  readonly host: string
}

/** Resolves once nobody listens at these addresses any more, or when it has waited for `patienceMs`. */
export async function untilFree(addresses: readonly Address[], patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs
  for (const address of addresses) while (performance.now() < end && !(await isFree(address))) await wait(50)
}

function isFree({ port, host }: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
