import type { CanaryState, HeldStage, StageState } from '@penstock/bundle'
import { toAppError } from '@penstock/errors'
import type { ApiModel, PrismaClient } from '@penstock/prisma'
import { servedPlans } from '../consumers/served-plans.ts'
import { type Canary, canaryOf, canaryVariables } from '../store/canary.ts'
import type { Drafts } from '../store/drafts.ts'
import {
  cacheOf,
  limitsOf,
  listStages,
  previewVariablesOf,
  type StageRow,
  throttleOf,
  variablesOf,
} from '../store/stages.ts'
import type { BundleRef, Bundles } from './bundles.ts'
import type { StateBoard } from './desired-state.ts'

/** The name of the stage at which every draft is served. */
export const previewStage = 'preview'

/** Why a stage is not what it should be. */
export interface StageProblem {
  readonly message: string
  /** The gateways keep what they serve: it is not what the stage points at. */
  readonly held: boolean
}

/** Puts on the board what the database says. Only one call for a slug may run at a time. */
export interface StageReader {
  /** The deployed stages of an API, and the settings of its preview. Answers whether each is what it should be; false: try again. */
  stages(slug: string): Promise<boolean>
  /** The preview of an API's draft, built if need be. Answers like `stages`. */
  preview(slug: string): Promise<boolean>
  /** The preview if its bundle is there; else what the gateways have is held, and it answers false. */
  readyPreview(slug: string, draftRoot: string): Promise<boolean>
  /** The draft whose preview is on the board. */
  previewRoot(slug: string): string | undefined
  problem(slug: string, stage: string): StageProblem | undefined
}

export interface StageReaderOptions {
  readonly db: PrismaClient
  readonly drafts: Drafts
  readonly bundles: Bundles
  readonly board: StateBoard
  readonly log: (message: string) => void
  /** Told when what is wrong with a stage of an API changed. */
  readonly onProblems: (slug: string) => void
}

export function createStageReader(options: StageReaderOptions): StageReader {
  const { db, drafts, bundles, board, log, onProblems } = options
  const problems = new Map<string, Map<string, StageProblem>>()
  const previews = new Map<string, string>()

  function setProblem(slug: string, stage: string, problem: StageProblem | null) {
    const mine = problems.get(slug) ?? new Map<string, StageProblem>()
    if (mine.get(stage)?.message === problem?.message && mine.get(stage)?.held === problem?.held) return
    if (problem) problems.set(slug, mine.set(stage, problem))
    else mine.delete(stage)
    onProblems(slug)
  }

  /**
   * The state of a stage with this content: its bundle, or the one that an older build of this server made of the same
   * content, or what serves now, with the settings that the stage has now: they never wait for a deployment. What serves
   * now is never labelled with another version. `beside`: what is wrong with the stage where its own content is right.
   */
  async function stateOf(
    wanted: Omit<StageState, 'bundle'>,
    root: string,
    make: () => Promise<BundleRef>,
    beside: StageProblem | null = null,
  ): Promise<StageState | HeldStage> {
    const { api, stage } = wanted
    try {
      const { hash } = await make()
      setProblem(api, stage, beside)
      return { ...wanted, bundle: hash }
    } catch (thrown) {
      const error = toAppError(thrown)
      log(`no bundle for ${api}/${stage}: ${error.internal ?? error.message}`)
      const older = await bundles.older(root).catch(() => null) // the reason is told already
      const message = `The bundle could not be built: ${error.message}`
      setProblem(api, stage, { message, held: older === null })
      if (older) return { ...wanted, bundle: older.hash }
      const { canary: _, ...held } = board.get(api, stage)?.state ?? { api, stage, bundle: null }
      return { ...held, settings: wanted.settings, ...(wanted.canary && { canary: wanted.canary }) }
    }
  }

  /** The canary of a stage; without a bundle where none can be named, which leaves all requests to the stage's own. */
  async function canaryState(
    stage: StageRow,
    slug: string,
    canary: Canary,
  ): Promise<{ state: CanaryState; problem: StageProblem | null }> {
    const { deployment, percentTraffic, sticky, seed } = canary
    const { id, version, snapshotRoot: root } = deployment
    const state = {
      version,
      deployment: id,
      percentTraffic,
      ...(sticky && { sticky }),
      seed,
      variables: canaryVariables(stage, canary),
    }
    try {
      return { state: { ...state, bundle: (await bundles.ofSnapshot(root)).hash }, problem: null }
    } catch (thrown) {
      const error = toAppError(thrown)
      log(`no bundle for the canary of ${slug}/${stage.name}: ${error.internal ?? error.message}`)
      const older = await bundles.older(root).catch(() => null) // the reason is told already
      const message = `The bundle of the canary could not be built: ${error.message}`
      return { state: { ...state, bundle: older?.hash ?? null }, problem: { message, held: older === null } }
    }
  }

  const complete = (slug: string, mine: (stage: string) => boolean) =>
    ![...(problems.get(slug)?.keys() ?? [])].some(mine)
  const isPreview = (stage: string) => stage === previewStage
  const isDeployed = (stage: string) => stage !== previewStage
  const previewOf = (api: ApiModel) => ({
    api: api.slug,
    stage: previewStage,
    version: null,
    deployment: null,
    settings: { variables: previewVariablesOf(api) },
  })

  /** Settings never wait for the draft to be built: what serves now gets them. */
  function setPreviewSettings(api: ApiModel) {
    const state = board.get(api.slug, previewStage)?.state
    if (!state || state.bundle === null) return
    board.put(api.slug, [{ ...state, settings: previewOf(api).settings }], isPreview)
  }

  return {
    async stages(slug) {
      const api = await db.api.findUnique({ where: { slug } })
      if (!api) {
        board.put(slug, [], () => true)
        previews.delete(slug)
        problems.delete(slug)
        return true
      }
      const states: (StageState | HeldStage)[] = []
      for (const stage of await listStages(db, api.id)) {
        const { deployment } = stage
        if (!deployment) continue
        const { id, version, snapshotRoot: root } = deployment
        const throttle = throttleOf(stage)
        const cache = cacheOf(stage)
        const limits = limitsOf(stage)
        const plans = await servedPlans(db, stage.id)
        const settings = {
          variables: variablesOf(stage),
          ...(throttle && { throttle }),
          ...(cache && { cache }),
          ...(limits && { limits }),
          ...(plans.length > 0 && { plans }),
        }
        const kept = canaryOf(stage)
        const canary = kept && (await canaryState(stage, slug, kept))
        const wanted = {
          api: slug,
          stage: stage.name,
          version,
          deployment: id,
          settings,
          ...(canary && { canary: canary.state }),
        }
        states.push(await stateOf(wanted, root, () => bundles.ofSnapshot(root), canary?.problem))
      }
      board.put(slug, states, isDeployed)
      setPreviewSettings(api)
      for (const name of [...(problems.get(slug)?.keys() ?? [])].filter(isDeployed)) {
        if (!states.some(({ stage }) => stage === name)) setProblem(slug, name, null)
      }
      return complete(slug, isDeployed)
    },
    async preview(slug) {
      const api = await db.api.findUnique({ where: { slug } })
      if (!api) return true
      const draft = await drafts.of(db, api)
      const { root } = draft.manifest
      board.put(slug, [await stateOf(previewOf(api), root, () => bundles.ofDraft(draft))], isPreview)
      // What is held still serves: its bundle stays.
      if (problems.get(slug)?.get(previewStage)?.held) return false
      const old = previews.get(slug)
      previews.set(slug, root)
      if (old !== undefined && old !== root) await bundles.discard(old)
      return complete(slug, isPreview)
    },
    async readyPreview(slug, draftRoot) {
      const api = await db.api.findUnique({ where: { slug } })
      if (!api) return true
      const ready = await bundles.existing(draftRoot)
      const held = { api: slug, stage: previewStage, bundle: null }
      board.put(slug, [ready ? { ...previewOf(api), bundle: ready.hash } : held], isPreview)
      if (ready) previews.set(slug, draftRoot)
      return ready !== null
    },
    previewRoot: (slug) => previews.get(slug),
    problem: (slug, stage) => problems.get(slug)?.get(stage),
  }
}
