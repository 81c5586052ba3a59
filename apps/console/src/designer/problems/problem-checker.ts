import { mergeDiagnostics } from '@penstock/lint'
import { type ApiRecord, type Definition, type Diagnostic, type RecordId, recordsOf } from '@penstock/model'
import { type Clock, systemClock } from '../../editor/index.ts'
import { startThread, type Thread } from '../thread.ts'
import { isFoundHere } from './found-here.ts'
import type { ProblemWorker } from './problem-worker.ts'

/** Records that are copied to the worker at a time: some five milliseconds of the page's. */
const chunk = 400

/** How long typing has to rest before it is checked. */
const restMs = 250

const none: readonly Diagnostic[] = []

/**
 * The problems of a definition while it is edited, found in a worker once typing rests. The worker is started when the
 * page has drawn what it shows first, and is told of changes from then on.
 */
export class ProblemChecker {
  readonly #source: { readonly definition: Definition }
  readonly #clock: Clock
  readonly #start: () => Thread<ProblemWorker>
  readonly #listeners = new Set<() => void>()
  readonly #groups = new Map<string, readonly Diagnostic[]>()
  #thread: Thread<ProblemWorker> | null = null
  /** How often in a row the worker failed. */
  #failures = 0
  #found: readonly Diagnostic[] | null = null
  #checks: readonly Diagnostic[] = none
  #problems: readonly Diagnostic[] = none
  #changed = new Map<RecordId, ApiRecord | null>()
  #cancel: () => void
  #isBusy = false
  #isStale = false
  #isPaused = false
  /** How often it was paused: what was asked before is not waited for. */
  #pauses = 0
  #isClosed = false

  constructor(
    source: { readonly definition: Definition },
    {
      clock = systemClock,
      start = startProblemWorker,
    }: { clock?: Clock; start?: () => Thread<ProblemWorker> } = {},
  ) {
    this.#source = source
    this.#clock = clock
    this.#start = start
    this.#cancel = clock.after(restMs, () => this.#check())
  }

  readonly problems = (): readonly Diagnostic[] => this.#problems

  /** Whether it was looked at once: until then nobody knows of problems. */
  readonly isChecked = (): boolean => this.#found !== null

  /** Whether nobody knows of the problems as they are now: the worker failed twice. The next edit asks another one. */
  readonly hasFailed = (): boolean => this.#failures > 1

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What the server says of the draft as it is saved: what is found here is newer than what it says of the same. */
  checks(checks: readonly Diagnostic[]): void {
    this.#checks = checks.filter((check) => !isFoundHere(check))
    if (this.#found) this.#tell()
  }

  /** Records changed: null means removed. */
  records(changed: Iterable<readonly [RecordId, ApiRecord | null]>): void {
    for (const [id, record] of changed) this.#changed.set(id, record)
    if (!this.#isPaused) this.#checkSoon()
  }

  /** Stops the worker; what changes from now on is checked once it is resumed. */
  pause(): void {
    if (this.#isPaused || this.#isClosed) return
    this.#isPaused = true
    this.#pauses++
    this.#isBusy = false
    this.#cancel()
    this.#thread?.terminate()
    this.#thread = null
  }

  /** Another worker is told everything, as when it was begun. */
  resume(): void {
    if (!this.#isPaused || this.#isClosed) return
    this.#isPaused = false
    this.#checkSoon()
  }

  [Symbol.dispose](): void {
    this.#isClosed = true
    this.#cancel()
    this.#thread?.terminate()
  }

  #checkSoon(): void {
    this.#cancel()
    this.#cancel = this.#clock.after(restMs, () => this.#check())
  }

  #check(): void {
    this.#isStale = true
    if (this.#isBusy) return
    this.#isBusy = true
    this.#isStale = false
    const pauses = this.#pauses
    const isLeft = () => this.#isClosed || this.#pauses !== pauses
    const done = this.#ask(isLeft).catch(() => {
      if (!isLeft()) this.#restart()
    })
    void done.then(() => {
      if (isLeft()) return
      this.#isBusy = false
      if (this.#isStale) this.#check()
    })
  }

  /** Another worker is told everything, once; then only when something is edited. */
  #restart(): void {
    this.#thread?.terminate()
    this.#thread = null
    if (++this.#failures > 1) this.#tell()
    else this.#isStale = true
  }

  async #ask(isLeft: () => boolean): Promise<void> {
    const isNew = !this.#thread
    this.#thread ??= this.#start()
    if (isNew) {
      this.#groups.clear()
      // What changed so far is in there.
      this.#changed = new Map([...this.#source.definition].map(([id, record]) => [id, record]))
    }
    const { api } = this.#thread
    const changed = [...this.#changed]
    this.#changed = new Map()
    for (let at = 0; at < changed.length; at += chunk) {
      const part = changed.slice(at, at + chunk)
      // Waiting for each lets the page draw between them.
      await api.take(
        part.flatMap(([, record]) => record ?? []),
        part.filter(([, record]) => record === null).map(([id]) => id),
      )
      if (isLeft()) return
    }
    const groups = await api.check()
    if (isLeft()) return
    this.#failures = 0
    if (this.#found && !isNew && groups.length === 0) return
    for (const [key, problems] of groups) {
      if (problems.length === 0) this.#groups.delete(key)
      else this.#groups.set(key, problems)
    }
    this.#found = [...this.#groups.values()].flat()
    this.#tell()
  }

  #tell(): void {
    const [api] = recordsOf(this.#source.definition, 'api')
    this.#problems = mergeDiagnostics(api, this.#found ?? none, this.#checks)
    for (const listener of this.#listeners) listener()
  }
}

function startProblemWorker(): Thread<ProblemWorker> {
  return startThread<ProblemWorker>(
    new Worker(new URL('./problem-worker.ts', import.meta.url), { type: 'module', name: 'problems' }),
  )
}
