import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Says which `penstock start` the gateway of a data directory belongs to. */
export interface GatewayClaim {
  readonly owner: string
  /** The last owner did not give it back: it was killed, and its gateway serves on alone until it sees this claim. */
  readonly takenOver: boolean
  release(): Promise<void>
}

/** How often a gateway without its supervisor looks whether there is a new one. */
const lookEveryMs = 100

/** Claims the gateway of this data directory; call it only while holding the directory's lock. */
export async function claimGateway(dataDir: string): Promise<GatewayClaim> {
  const file = fileOf(dataDir)
  const owner = randomUUID()
  const takenOver = (await ownerIn(dataDir)) !== null
  await mkdir(join(dataDir, 'gateway'), { recursive: true })
  await writeFile(`${file}.draft`, owner, { mode: 0o600 })
  await rename(`${file}.draft`, file)
  return { owner, takenOver, release: () => rm(file, { force: true }) }
}

/** Resolves when the gateway belongs to somebody else than `owner`; never while nobody claims it. */
export async function untilReplaced(dataDir: string, owner: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const current = await ownerIn(dataDir)
    if (current !== null && current !== owner) return
    await wait(lookEveryMs, undefined, { signal }).catch(() => undefined)
  }
}

async function ownerIn(dataDir: string): Promise<string | null> {
  try {
    return await readFile(fileOf(dataDir), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'gateway', 'owner')
}
