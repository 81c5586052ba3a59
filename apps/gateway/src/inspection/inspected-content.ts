import { type InspectRequest, loadBundleInSteps } from '@penstock/bundle'
import { compileStage, type StageServices } from '../compile-stage.ts'
import type { CompiledStage } from '../compiled-stage.ts'
import { inTurns } from '../in-turns.ts'
import type { FetchBundle } from '../sync/applier.ts'

export interface InspectedContentOptions {
  readonly fetchBundle: FetchBundle
  readonly services: StageServices
  /** How long content that nobody asks about is kept compiled. */
  readonly restMs?: number
}

/** Stages that are kept compiled: what a few people look at, each with thousands of routes. */
const maxStages = 4

/**
 * Content that no stage serves, compiled for inspections alone: somebody tries a plan before it is deployed, however far
 * the draft has moved on. Nothing of it is in the routing table or on the disk, so no client can reach it.
 */
export class InspectedContent {
  readonly #options: InspectedContentOptions
  readonly #stages = new Map<string, { stage: Promise<CompiledStage>; end: NodeJS.Timeout }>()
  /** Ends when the compilation that was asked for last does. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: InspectedContentOptions) {
    this.#options = options
  }

  /** The stage as it would serve this. Throws what fetching, verifying or compiling the bundle throws. */
  stage(
    { api, stage }: Pick<InspectRequest, 'api' | 'stage'>,
    content: NonNullable<InspectRequest['content']>,
  ) {
    const key = JSON.stringify([api, stage, content])
    const stages = this.#stages
    const known = stages.get(key)
    const compiled = known?.stage ?? this.#inTurn(() => this.#compile(api, stage, content))
    clearTimeout(known?.end)
    stages.delete(key)
    const forget = () => {
      if (stages.get(key)?.stage !== compiled) return
      clearTimeout(stages.get(key)?.end)
      stages.delete(key)
    }
    const end = setTimeout(forget, this.#options.restMs ?? 60_000).unref()
    stages.set(key, { stage: compiled, end })
    // What failed is tried anew by whoever asks next.
    if (!known) compiled.catch(forget)
    for (const oldest of stages.keys()) {
      if (stages.size <= maxStages) break
      clearTimeout(stages.get(oldest)?.end)
      stages.delete(oldest)
    }
    return compiled
  }

  /** One at a time: each takes the thread that serves clients for a while. */
  #inTurn(compile: () => Promise<CompiledStage>): Promise<CompiledStage> {
    const compiled = this.#last.then(compile)
    this.#last = compiled.catch(() => undefined)
    return compiled
  }

  async #compile(
    api: string,
    stage: string,
    { bundle: hash, settings }: NonNullable<InspectRequest['content']>,
  ): Promise<CompiledStage> {
    const { fetchBundle, services } = this.#options
    const bytes = await fetchBundle(hash)
    const bundle = await inTurns(loadBundleInSteps(bytes, hash))
    const state = { api, stage, bundle: hash, version: null, deployment: null, settings }
    // Whoever may inspect needs no token of a preview.
    return { ...(await inTurns(compileStage(bundle, state, services))), access: null }
  }
}
