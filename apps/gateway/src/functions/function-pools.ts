import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { BundleFunction } from '@penstock/bundle'
import type { Log } from '../log.ts'
import { FunctionPool } from './function-pool.ts'

/** What the functions of a stage (`slug/stage`) are given beside their own variables. */
export type FunctionsEnvironment = (owner: string) => Readonly<Record<string, string>>

/**
 * The pools of all stages. A pool belongs to one stage and one content of a function, so that a deployment which does
 * not change a function keeps its warm processes, and two APIs never share one.
 */
export class FunctionPools {
  readonly #pools = new Map<string, FunctionPool>()
  readonly #root: string
  readonly #log: Log
  readonly #environment: FunctionsEnvironment

  constructor(root: string, log: Log, environment: FunctionsEnvironment = () => ({})) {
    mkdirSync(root, { recursive: true })
    // The permission model compares real paths.
    this.#root = realpathSync(root)
    this.#log = log
    this.#environment = environment
  }

  /** Where to find the pool at each call. What identifies it (a hash over all of its code) is worked out once, here. */
  find(owner: string, definition: BundleFunction): () => FunctionPool {
    const key = keyOf(owner, definition)
    return () => this.#pool(key, owner, definition)
  }

  /** Closes the pools that none of these stages uses any more; calls under way finish. */
  retain(used: Iterable<readonly [owner: string, definition: BundleFunction]>): void {
    const keys = new Set<string>()
    for (const [owner, definition] of used) keys.add(keyOf(owner, definition))
    for (const [key, pool] of this.#pools) {
      if (keys.has(key)) continue
      this.#pools.delete(key)
      pool.close()
    }
  }

  destroy(): void {
    for (const pool of this.#pools.values()) pool.destroy()
    this.#pools.clear()
  }

  #pool(key: string, owner: string, definition: BundleFunction): FunctionPool {
    const known = this.#pools.get(key)
    if (known) return known
    const pool = new FunctionPool({
      definition,
      folder: join(this.#root, key),
      processesMax: Math.max(8, availableParallelism() * 4),
      waitingMax: 1_000,
      idleMs: 60_000,
      environment: () => this.#environment(owner),
      onLine: (stream, line, requestId) =>
        this.#log(stream === 'stderr' ? 'warn' : 'info', line, {
          owner,
          function: definition.name,
          requestId,
        }),
    })
    this.#pools.set(key, pool)
    return pool
  }
}

function keyOf(owner: string, definition: BundleFunction): string {
  const content = JSON.stringify([owner, definition])
  return createHash('sha256').update(content).digest('base64url').slice(0, 32)
}
