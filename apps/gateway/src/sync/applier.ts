import { isDeepStrictEqual } from 'node:util'
import {
  type Ack,
  type Bundle,
  type CanaryState,
  type DesiredState,
  type HeldStage,
  loadBundleInSteps,
  type StageState,
} from '@penstock/bundle'
import { AppError, toAppError } from '@penstock/errors'
import { KeyRing } from '../api-keys/key-ring.ts'
import { joinSides } from '../canary/compiled-canary.ts'
import { compileStage, labelOf, type StageServices } from '../compile-stage.ts'
import type { CompiledStage } from '../compiled-stage.ts'
import { inTurns } from '../in-turns.ts'
import type { Log } from '../log.ts'
import { type Runtime, routingTable } from '../runtime.ts'
import type { BundleCache } from './bundle-cache.ts'

export interface ApplierOptions {
  readonly runtime: Runtime
  readonly services: StageServices
  readonly cache: BundleCache
  readonly log: Log
  /** Told after each swap, with the keys (`api/stage`) that are served. */
  readonly onSwapped: (keys: ReadonlySet<string>) => void
}

/** Bytes of a bundle from the control plane. */
export type FetchBundle = (hash: string) => Promise<Uint8Array>

export interface Applied {
  /** What serves now, stage by stage, for the ack. */
  readonly stages: Ack['stages']
  /** Settles when the disk has it too. Traffic and the ack don't wait for that: a restart would ask again. */
  readonly kept: Promise<void>
}

/** A deployment with the settings of its stage. */
interface Served {
  readonly state: SideState
  readonly bundle: Bundle
  readonly compiled: CompiledStage
}

type SideState = Omit<StageState, 'canary'>

/** A stage as clients meet it: what it serves, and beside it the canary that it has. */
interface ServedStage {
  readonly base: Served
  readonly canary: (Served & { readonly split: CanaryState }) | null
  readonly compiled: CompiledStage
}

type CanaryReport = NonNullable<Ack['stages'][number]['canary']>

/**
 * Turns a desired state into what is served:
 *
 *     desired ─ per stage: unchanged? keep ─ else bundle (memory, disk, control plane) ─ verify ─ compile
 *             ─ one swap ─ ack, and beside it: bundles and state.json to disk, unused bundles away
 *
 * A stage whose bundle cannot be loaded keeps what it has, and the ack says why; so does one that the control plane
 * holds (`bundle: null`). Its settings it gets all the same: a key that was taken away lets nobody in. The canary of a
 * stage is served beside it in the same swap, and is nothing without it; where a canary can't be, the stage has all of its
 * requests to itself. Only `apply` runs at a time.
 */
export class Applier {
  readonly #options: ApplierOptions
  #served = new Map<string, ServedStage>()
  /** Bundles that are not on the disk yet. */
  #unsaved = new Map<string, Uint8Array>()

  constructor(options: ApplierOptions) {
    this.#options = options
  }

  /** `fetchBundle` null: from the disk alone (the control plane is not there yet). */
  async apply(desired: DesiredState, fetchBundle: FetchBundle | null): Promise<Applied> {
    const next = new Map<string, ServedStage>()
    const report: Ack['stages'] = []
    const loaded = new Map<string, Promise<Bundle>>()
    for (const { state, bundle } of sidesOf(this.#served.values()))
      loaded.set(state.bundle, Promise.resolve(bundle))
    for (const state of desired.stages) {
      const key = `${state.api}/${state.stage}`
      const before = this.#served.get(key)
      const { api, stage } = state
      const { base, error } = await this.#base(state, before?.base, loaded, fetchBundle)
      if (base === null) {
        report.push({ api, stage, bundle: null, ...(error && { error }) })
        continue
      }
      const { canary, told } = await this.#canary(state, base, before?.canary ?? null, loaded, fetchBundle)
      next.set(key, joined(before, base, canary))
      report.push({
        api,
        stage,
        bundle: base.state.bundle,
        ...(error && { error }),
        ...(told && { canary: told }),
      })
    }
    this.#swap(desired, next)
    return { stages: report, kept: fetchBundle === null ? Promise.resolve() : this.#persist(desired, next) }
  }

  /** What the stage serves apart from a canary; null: nothing, then or before. */
  async #base(
    wanted: StageState | HeldStage,
    before: Served | undefined,
    loaded: Map<string, Promise<Bundle>>,
    fetchBundle: FetchBundle | null,
  ): Promise<{ base: Served | null; error?: ReturnType<typeof problemOf> }> {
    const keep = async () => (before ? await this.#keep(before, wanted.settings, loaded) : null)
    if (wanted.bundle === null) return { base: await keep() }
    try {
      const { canary: _, ...state } = wanted
      return { base: await this.#serve(state, before, loaded, fetchBundle) }
    } catch (thrown) {
      this.#refused(wanted, wanted.bundle, thrown)
      return { base: await keep(), error: problemOf(thrown) }
    }
  }

  /** The canary that a stage with this base has; one that can't be served is none, and the ack says why. */
  async #canary(
    wanted: StageState | HeldStage,
    { state, compiled }: Served,
    before: ServedStage['canary'],
    loaded: Map<string, Promise<Bundle>>,
    fetchBundle: FetchBundle | null,
  ): Promise<{ canary: ServedStage['canary']; told?: CanaryReport }> {
    const split = wanted.canary
    // A stage of which the control plane knows no settings keeps all that it has.
    if (wanted.bundle === null && wanted.settings === undefined) return { canary: before }
    if (split === undefined) return { canary: null }
    const { bundle, version, deployment, variables } = split
    const settings = { ...state.settings, variables }
    try {
      if (compiled.sockets !== null) throw connectionsAreWhole()
      if (bundle !== null) {
        const served = await this.#serve(
          { ...state, bundle, version, deployment, settings },
          before ?? undefined,
          loaded,
          fetchBundle,
        )
        if (served.compiled.sockets !== null) throw connectionsAreWhole()
        return { canary: { ...served, split }, told: { bundle } }
      }
      if (before?.state.deployment !== deployment) return { canary: null, told: { bundle: null } }
      const kept = await this.#keep(before, settings, loaded)
      return { canary: { ...kept, split }, told: { bundle: kept.state.bundle } }
    } catch (thrown) {
      this.#refused(wanted, bundle, thrown)
      return { canary: null, told: { bundle: null, error: problemOf(thrown) } }
    }
  }

  #refused({ api, stage }: Pick<StageState, 'api' | 'stage'>, bundle: string | null, thrown: unknown): void {
    const error = toAppError(thrown)
    this.#options.log('error', `bundle refused: ${error.message}`, {
      api,
      stage,
      bundle,
      cause: error.internal,
    })
  }

  /** What is served goes on, with these settings; where these can't be compiled for it, with their keys. */
  async #keep(
    before: Served,
    settings: StageState['settings'] | undefined,
    loaded: Map<string, Promise<Bundle>>,
  ): Promise<Served> {
    if (settings === undefined) return before
    try {
      return await this.#serve({ ...before.state, settings }, before, loaded, null)
    } catch (thrown) {
      const { api, stage } = before.state
      this.#options.log('error', `settings refused: ${toAppError(thrown).message}`, { api, stage })
      const { plans: _, ...kept } = before.state.settings
      const state = {
        ...before.state,
        settings: { ...kept, ...(settings.plans && { plans: settings.plans }) },
      }
      return this.#withKeys(before, state)
    }
  }

  #withKeys(before: Served, state: SideState): Served {
    const { version, deployment, settings } = state
    const keys = new KeyRing(settings.plans, this.#options.services.throttles)
    const compiled = { ...before.compiled, version, deployment, label: labelOf(state), keys }
    return { ...before, state, compiled }
  }

  async #serve(
    state: SideState,
    before: Served | undefined,
    loaded: Map<string, Promise<Bundle>>,
    fetchBundle: FetchBundle | null,
  ): Promise<Served> {
    if (
      before &&
      before.state.bundle === state.bundle &&
      isDeepStrictEqual(compiledFrom(before.state), compiledFrom(state))
    ) {
      return isDeepStrictEqual(before.state, state) ? before : this.#withKeys(before, state)
    }
    let loading = loaded.get(state.bundle)
    if (!loading) {
      loading = this.#load(state.bundle, fetchBundle)
      loaded.set(state.bundle, loading)
    }
    const bundle = await loading
    return { state, bundle, compiled: await inTurns(compileStage(bundle, state, this.#options.services)) }
  }

  async #load(hash: string, fetchBundle: FetchBundle | null): Promise<Bundle> {
    const { cache, log } = this.#options
    const kept = await cache.read(hash).catch((error: Error) => {
      // A disk that cannot be read is no reason to refuse what the control plane can give.
      log('error', 'a bundle could not be read from disk', { bundle: hash, cause: error.message })
      return null
    })
    if (kept !== null) {
      try {
        return await inTurns(loadBundleInSteps(kept, hash))
      } catch (thrown) {
        const error = toAppError(thrown)
        if (error.code !== 'BUNDLE_CORRUPT' || fetchBundle === null) throw error
        log('warn', 'a bundle on disk is damaged and is fetched again', {
          bundle: hash,
          cause: error.message,
        })
        await cache.remove(hash)
      }
    }
    if (fetchBundle === null) throw new Error(`the bundle ${hash} is not on disk`)
    const bytes = await fetchBundle(hash)
    const bundle = await inTurns(loadBundleInSteps(bytes, hash))
    this.#unsaved.set(hash, bytes)
    return bundle
  }

  #swap(desired: DesiredState, next: Map<string, ServedStage>): void {
    const { runtime, services, onSwapped } = this.#options
    this.#served = next
    runtime.swap(
      routingTable(
        desired,
        [...next.values()].map(({ compiled }) => compiled),
      ),
    )
    services.functions.retain(
      sidesOf(next.values()).flatMap(({ state, bundle }) =>
        bundle.functions.map((definition) => [`${state.api}/${state.stage}`, definition] as const),
      ),
    )
    services.checks.retain(sidesOf(next.values()).flatMap(({ compiled }) => [...compiled.pools.checks]))
    onSwapped(new Set(next.keys()))
  }

  /** What is kept is what is served, so that a restart serves the same, refused bundles or not. */
  async #persist(desired: DesiredState, next: Map<string, ServedStage>): Promise<void> {
    const { cache, log } = this.#options
    const stages = [...next.values()].map(({ base, canary }) => ({
      ...base.state,
      ...(canary && { canary: { ...canary.split, bundle: canary.state.bundle } }),
    }))
    const used = new Set(sidesOf(next.values()).map(({ state }) => state.bundle))
    try {
      for (const [hash, bytes] of this.#unsaved) if (used.has(hash)) await cache.write(hash, bytes)
      await cache.writeState({ ...desired, stages })
      await cache.retain(used)
      this.#unsaved.clear()
    } catch (error) {
      // A full disk must not stop traffic. What is missing is written with the next state, or fetched after a restart.
      log('error', 'what is served could not be written to disk', { cause: (error as Error).message })
    }
  }
}

/** What of a state its routes are compiled of: keys come and go without that. */
function compiledFrom({ settings: { plans: _, ...settings }, access }: SideState) {
  return { settings, access }
}

function sidesOf(stages: Iterable<ServedStage>): Served[] {
  return [...stages].flatMap(({ base, canary }) => (canary === null ? [base] : [base, canary]))
}

/** The same object where nothing changed, so that what holds on to it stays true. */
function joined(before: ServedStage | undefined, base: Served, canary: ServedStage['canary']): ServedStage {
  if (canary === null) return { base, canary, compiled: base.compiled }
  const isSame =
    before?.base.compiled === base.compiled &&
    before.canary?.compiled === canary.compiled &&
    isDeepStrictEqual(before.canary.split, canary.split)
  return {
    base,
    canary,
    compiled: isSame ? before.compiled : joinSides(base.compiled, canary.compiled, canary.split),
  }
}

/** A connection stays, and its messages are of one deployment. The control plane asks for no such canary. */
function connectionsAreWhole() {
  return new AppError('INVALID_INPUT', { params: { reason: 'A WebSocket API has no canary.' } })
}

function problemOf(thrown: unknown) {
  const { code, message } = toAppError(thrown)
  return { code, message }
}
