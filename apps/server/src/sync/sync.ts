import type { Ack, DesiredState } from '@penstock/bundle'
import { toAppError } from '@penstock/errors'
import type { PrismaClient } from '@penstock/prisma'
import type { Bus } from '../live/bus.ts'
import type { LiveHub } from '../live/hub.ts'
import type { Draft, Drafts } from '../store/drafts.ts'
import type { Executor } from '../store/executor.ts'
import type { Snapshots } from '../store/snapshots.ts'
import type { Builder } from '../workers/builder.ts'
import { createBundles } from './bundles.ts'
import { createStateBoard } from './desired-state.ts'
import { readMarks } from './marks.ts'
import { createNodes, type NodeStatus, type StageStatus } from './nodes.ts'
import { createQueues } from './queues.ts'
import { createRetries } from './retries.ts'
import { createStageReader, previewStage } from './stage-reader.ts'

export type { NodeStatus, StageStatus } from './nodes.ts'
export { previewStage } from './stage-reader.ts'

/** What passes between the control plane and the gateway nodes. */
export interface Sync extends AsyncDisposable {
  /** What every gateway should serve now. */
  state(): DesiredState
  /** The state, and again each time that it changes, for as long as a node listens. */
  connect(node: string, signal: AbortSignal): AsyncIterable<DesiredState>
  /** The bytes with this hash; built again when they are gone or damaged. Throws BUNDLE_NOT_FOUND. */
  bundle(hash: string): Promise<Uint8Array>
  acknowledge(ack: Ack): void
  /** Deletes bundles of content that is gone, a day after they were made; answers how many files. */
  collectBundles(now: Date, signal?: AbortSignal): Promise<number>
  nodes(): NodeStatus[]
  status(slug: string, stage: string): StageStatus
  /** Makes sure that a draft compiles, and that its bundle is there. */
  prepare(draft: Draft): Promise<void>
  /** The same for content that was deployed once. A bundle that an older build of this server made of it will do. */
  prepareSnapshot(root: string): Promise<void>
  /** The hash of the bundle of stored content, which is made if need be. */
  bundleOf(root: string): Promise<string>
  /** Tells the other servers, if and when this transaction commits, that the stages of an API changed. */
  announce(tx: Executor, slug: string): Promise<void>
  /**
   * Makes what is deployed, the settings and the set of stages of an API what the gateways should serve. Called after
   * a commit: what fails is tried again in the background and shows in the stage's status; it never rejects.
   */
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
  /** First pause before a bundle that could not be built is tried again; 1 s. */
  readonly retryMs?: number | undefined
  /** How often the database is asked whether a change was missed; 5 s. */
  readonly reconcileMs?: number | undefined
}

/** A gateway may still be about to fetch what a draft was compiled to before its last edits. */
const bundleRestMs = 24 * 60 * 60 * 1000

interface SyncMessage {
  readonly slug: string
  readonly what: 'stages' | 'preview'
}

const unreadProblem = {
  message: 'What the stage points at could not be read from the database; it is read again.',
  held: true,
}

/** What a stage and its canary are served from. */
function bundlesOf({ bundle, canary }: DesiredState['stages'][number]): string[] {
  return [bundle, canary?.bundle ?? null].filter((hash) => hash !== null)
}

/** Answers when every deployed stage is in the state: a gateway that hears of fewer would stop serving the others. */
export async function createSync(options: SyncOptions): Promise<Sync> {
  const { db, bus, live, drafts, log, previewDelayMs, retryMs = 1000, reconcileMs = 5000 } = options
  let marks = await readMarks(db)
  const bundles = createBundles(options)
  const board = createStateBoard(Date.now())
  const nodes = createNodes(bus, Date.now)
  const queues = createQueues(log)
  const retries = createRetries({ firstMs: retryMs, log })
  const onProblems = (slug: string) => live.publish({ type: 'stages', slug })
  const reader = createStageReader({ db, drafts, bundles, board, log, onProblems })

  /** APIs of which the last attempt to read the stages failed: what is on the board may be out of date. */
  const unread = new Set<string>()

  async function stagesOf(slug: string): Promise<boolean> {
    try {
      const isWhole = await reader.stages(slug)
      unread.delete(slug)
      return isWhole
    } catch (error) {
      unread.add(slug)
      throw error
    }
  }

  const stagesTask = (slug: string) =>
    [`reading the stages of ${slug}`, () => queues.run(slug, () => stagesOf(slug))] as const
  const previewTask = (slug: string) =>
    [`the preview of ${slug}`, () => queues.run(slug, () => reader.preview(slug))] as const
  const readStages = (slug: string) => retries.run(...stagesTask(slug))
  const buildPreview = (slug: string) => retries.run(...previewTask(slug))
  const readStagesSoon = (slug: string) => queues.later(`${slug} stages`, 0, () => readStages(slug))
  const previewSoon = (slug: string) =>
    queues.later(`${slug} preview`, previewDelayMs, () => buildPreview(slug))

  /** Reads what differs from what was read last: whatever a lost message or a lost answer would have told. */
  const reconcile = () =>
    queues.run('', async () => {
      const now = await readMarks(db)
      for (const slug of new Set([...marks.keys(), ...now.keys()])) {
        const [before, after] = [marks.get(slug), now.get(slug)]
        if (before?.stages !== after?.stages) readStagesSoon(slug)
        if (after && after.draftRoot !== before?.draftRoot && after.draftRoot !== reader.previewRoot(slug)) {
          previewSoon(slug)
        }
      }
      marks = now
      return true
    })
  const reconcileNow = () => void retries.run('comparing with the database', reconcile)

  nodes.onChange(() => live.publish({ type: 'nodes' }))
  bus.on('sync', (payload, local) => {
    const { slug, what } = payload as SyncMessage
    if (local) return
    if (what === 'stages') readStagesSoon(slug)
    else previewSoon(slug)
  })

  const wanted = (slug: string, stage: string) => nodes.status(slug, stage, board.get(slug, stage))
  const status = (slug: string, stage: string): StageStatus => {
    const { nodes: counts, problem } = wanted(slug, stage)
    const mine = unread.has(slug) && stage !== previewStage ? unreadProblem : reader.problem(slug, stage)
    const serving = mine?.held ? 0 : counts.serving
    return { nodes: { serving, total: counts.total }, problem: mine?.message ?? problem }
  }

  /** What the board names is made again from what its stages point at, also when nothing tells any more what it was. */
  async function remake(hash: string, reason: unknown): Promise<Uint8Array> {
    const lost = board.current().stages.filter((stage) => bundlesOf(stage).includes(hash))
    if (lost.length === 0 || toAppError(reason).code !== 'BUNDLE_NOT_FOUND') throw reason
    for (const { api, stage } of lost) await (stage === previewStage ? buildPreview(api) : readStages(api))
    return bundles.read(hash)
  }

  async function stop() {
    nodes.stop()
    retries.stop()
    await queues.stop()
  }

  try {
    for (const [slug, { draftRoot }] of marks) {
      if (!(await stagesTask(slug)[1]())) retries.later(...stagesTask(slug))
      if (!(await reader.readyPreview(slug, draftRoot)))
        queues.later(`${slug} preview`, 0, () => buildPreview(slug))
    }
  } catch (error) {
    await stop()
    throw error
  }
  bus.onGap(reconcileNow)
  const timer = setInterval(reconcileNow, reconcileMs).unref()

  async function bundleOf(root: string): Promise<string> {
    try {
      return (await bundles.ofSnapshot(root)).hash
    } catch (error) {
      const older = await bundles.older(root)
      if (older) return older.hash
      throw error
    }
  }

  return {
    state: () => board.current(),
    bundle: (hash) => bundles.read(hash).catch((error: unknown) => remake(hash, error)),
    acknowledge: (ack) => nodes.acknowledge(ack),
    collectBundles(now, signal) {
      const serving = new Set<string>()
      for (const stage of board.current().stages) for (const bundle of bundlesOf(stage)) serving.add(bundle)
      return bundles.collect({ before: new Date(now.getTime() - bundleRestMs), serving, signal })
    },
    nodes: () => nodes.list(),
    status,
    async prepare(draft) {
      await bundles.ofDraft(draft)
    },
    async prepareSnapshot(root) {
      await bundleOf(root)
    },
    bundleOf,
    announce: (tx, slug) => bus.sendWith(tx, 'sync', { slug, what: 'stages' } satisfies SyncMessage),
    refresh: readStages,
    draftChanged(slug) {
      previewSoon(slug)
      bus.send('sync', { slug, what: 'preview' } satisfies SyncMessage)
    },
    refreshPreview: buildPreview,
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
          for (const stop of stops) stop()
          resolve(status(slug, stage))
        }
        const check = () => {
          if (unread.has(slug)) return
          if (reader.problem(slug, stage)?.held || wanted(slug, stage).settled) finish()
        }
        const timer = setTimeout(finish, timeoutMs)
        const stops = [nodes.onChange(check), board.onChange(check)]
        check()
      })
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await stop()
    },
  }
}
