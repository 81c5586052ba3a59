import type { Ack, DesiredState, StageState } from '@penstock/bundle'
import { toAppError } from '@penstock/errors'
import type { ApiModel, PrismaClient } from '@penstock/prisma'
import type { Bus } from '../live/bus.ts'
import type { LiveHub } from '../live/hub.ts'
import type { Draft, Drafts } from '../store/drafts.ts'
import type { Snapshots } from '../store/snapshots.ts'
import { listStages, type StageRow, variablesOf } from '../store/stages.ts'
import type { Builder } from '../workers/builder.ts'
import { type BundleRef, createBundles } from './bundles.ts'
import { createStateBoard } from './desired-state.ts'
import { createNodes, type NodeStatus, type StageStatus } from './nodes.ts'
import { createQueues } from './queues.ts'

export type { NodeStatus, StageStatus } from './nodes.ts'

/** The name of the stage at which every draft is served. */
export const previewStage = 'preview'

/** What passes between the control plane and the gateway nodes. */
export interface Sync extends AsyncDisposable {
  /** What every gateway should serve now. */
  state(): DesiredState
  /** The state, and again each time that it changes, for as long as a node listens. */
  connect(node: string, signal: AbortSignal): AsyncIterable<DesiredState>
  /** The bytes with this hash; built again when they are gone or damaged. Throws BUNDLE_NOT_FOUND. */
  bundle(hash: string): Promise<Uint8Array>
  acknowledge(ack: Ack): void
  nodes(): NodeStatus[]
  status(slug: string, stage: string): StageStatus
  /** Makes sure that a draft compiles, and that its bundle is there. */
  prepare(draft: Draft): Promise<void>
  /** Makes what is deployed, the settings and the set of stages of an API what the gateways should serve. */
  refresh(slug: string): Promise<void>
  /** The draft moved: its preview follows when it has rested for a moment. */
  draftChanged(slug: string): void
  /** Builds the preview of a draft now. */
  refreshPreview(slug: string): Promise<void>
  /** Answers once all connected nodes serve the stage as it should be or refused to, or after `timeoutMs`. */
  waitForAcks(slug: string, stage: string, timeoutMs: number): Promise<StageStatus>
}

export interface SyncOptions {
  readonly db: PrismaClient
  readonly dataDir: string
  readonly bus: Bus
  readonly live: LiveHub
  readonly drafts: Drafts
  readonly snapshots: Snapshots
  readonly builder: Builder
  readonly log: (message: string) => void
  readonly previewDelayMs: number
}

/** Answers when every deployed stage is in the state: a gateway that hears of fewer would stop serving the others. */
export async function createSync(options: SyncOptions): Promise<Sync> {
  const { db, bus, live, drafts, log, previewDelayMs } = options
  const bundles = createBundles(options)
  const board = createStateBoard(Date.now())
  const nodes = createNodes(bus, Date.now)
  const problems = new Map<string, string>()
  const previews = new Map<string, string>()
  const queues = createQueues(log)
  nodes.onChange(() => live.publish({ type: 'nodes' }))
  bus.on('sync', (payload, local) => {
    const { slug, what } = payload as { slug: string; what: 'stages' | 'preview' }
    if (local) return
    if (what === 'stages') queues.later(`${slug} stages`, 0, () => queues.run(slug, () => readStages(slug)))
    else queues.later(slug, previewDelayMs, () => buildPreview(slug))
  })
  bus.onGap(() => void readAll())

  /** The bundle, or the one that serves now with the reason why it still does. */
  async function bundleFor(
    slug: string,
    stage: string,
    make: () => Promise<BundleRef>,
  ): Promise<string | undefined> {
    const key = `${slug} ${stage}`
    try {
      const { hash } = await make()
      problems.delete(key)
      return hash
    } catch (thrown) {
      const error = toAppError(thrown)
      problems.set(key, `The bundle could not be built: ${error.message}`)
      log(`no bundle for ${slug}/${stage}: ${error.internal ?? error.message}`)
      return board.get(slug, stage)?.state.bundle
    }
  }

  async function stageStates(api: ApiModel, stages: readonly StageRow[]): Promise<StageState[]> {
    const states: StageState[] = []
    for (const stage of stages) {
      const { deployment } = stage
      if (!deployment) continue
      const bundle = await bundleFor(api.slug, stage.name, () => bundles.ofSnapshot(deployment.snapshotRoot))
      if (bundle === undefined) continue
      const settings = { variables: variablesOf(stage) }
      states.push({
        api: api.slug,
        stage: stage.name,
        bundle,
        version: deployment.version,
        deployment: deployment.id,
        settings,
      })
    }
    return states
  }

  async function readStages(slug: string) {
    const api = await db.api.findUnique({ where: { slug } })
    if (!api) {
      board.put(slug, [], () => true)
      previews.delete(slug)
      return
    }
    board.put(slug, await stageStates(api, await listStages(db, api.id)), (stage) => stage !== previewStage)
  }

  function showPreview(slug: string, bundle: string) {
    const state = {
      api: slug,
      stage: previewStage,
      bundle,
      version: null,
      deployment: null,
      settings: { variables: {} },
    }
    board.put(slug, [state], (stage) => stage === previewStage)
  }

  async function buildPreview(slug: string) {
    const api = await db.api.findUnique({ where: { slug } })
    if (!api) return
    const draft = await drafts.of(db, api)
    const bundle = await bundleFor(slug, previewStage, () => bundles.ofDraft(draft))
    if (bundle !== undefined) showPreview(slug, bundle)
    const old = previews.get(slug)
    previews.set(slug, draft.manifest.root)
    if (old !== undefined && old !== draft.manifest.root) await bundles.discard(old)
  }

  async function readAll() {
    const apis = await db.api.findMany({ orderBy: { slug: 'asc' } })
    for (const { slug } of apis) await queues.run(slug, () => readStages(slug))
    for (const { slug, draftRoot } of apis) {
      const ready = await bundles.existing(draftRoot)
      if (ready) showPreview(slug, ready.hash)
      else queues.later(slug, 0, () => buildPreview(slug))
      previews.set(slug, draftRoot)
    }
  }

  const wanted = (slug: string, stage: string) => nodes.status(slug, stage, board.get(slug, stage))
  const status = (slug: string, stage: string): StageStatus => {
    const { nodes: counts, problem } = wanted(slug, stage)
    return { nodes: counts, problem: problems.get(`${slug} ${stage}`) ?? problem }
  }

  await readAll()
  return {
    state: () => board.current(),
    bundle: (hash) => bundles.read(hash),
    acknowledge: (ack) => nodes.acknowledge(ack),
    nodes: () => nodes.list(),
    status,
    async prepare(draft) {
      await bundles.ofDraft(draft)
    },
    async refresh(slug) {
      await queues.run(slug, () => readStages(slug))
      bus.send('sync', { slug, what: 'stages' })
    },
    draftChanged(slug) {
      queues.later(slug, previewDelayMs, () => buildPreview(slug))
      bus.send('sync', { slug, what: 'preview' })
    },
    refreshPreview: (slug) => queues.run(slug, () => buildPreview(slug)),
    async *connect(node, signal) {
      const disconnect = nodes.connected(node)
      let wake = () => {}
      let sent = -1
      const stopListening = board.onChange(() => wake())
      const onAbort = () => wake()
      signal.addEventListener('abort', onAbort, { once: true })
      try {
        while (!signal.aborted) {
          const state = board.current()
          if (state.revision !== sent) {
            sent = state.revision
            yield state
            continue
          }
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      } finally {
        signal.removeEventListener('abort', onAbort)
        stopListening()
        disconnect()
      }
    },
    waitForAcks(slug, stage, timeoutMs) {
      return new Promise((resolve) => {
        const finish = () => {
          clearTimeout(timer)
          stop()
          resolve(status(slug, stage))
        }
        const check = () => {
          if (wanted(slug, stage).settled) finish()
        }
        const timer = setTimeout(finish, timeoutMs)
        const stop = nodes.onChange(check)
        check()
      })
    },
    async [Symbol.asyncDispose]() {
      nodes.stop()
      await queues.stop()
    },
  }
}
