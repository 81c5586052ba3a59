import type { Database, PrismaClient } from '@penstock/prisma'
import { type Announcer, createAnnouncer } from './live/announcer.ts'
import { createLocalBus } from './live/bus.ts'
import { createHub, type LiveHub } from './live/hub.ts'
import { createPostgresBus } from './live/postgres-bus.ts'
import { createRoster, type Roster } from './live/roster.ts'
import { createPlanner, type Planner } from './plan/plan.ts'
import { type Clock, systemClock } from './store/clock.ts'
import { createDrafts, type Drafts } from './store/drafts.ts'
import { createSealer, type Sealer } from './store/sealer.ts'
import { createSnapshots, type Snapshots } from './store/snapshots.ts'
import { createSync, type Sync } from './sync/sync.ts'
import { createTargetBoard, type TargetBoard } from './sync/target-board.ts'
import { type Builder, createBuilder } from './workers/builder.ts'

export interface CoreOptions {
  /** Closed by whoever opened it, after the core. */
  readonly database: Database
  /** Folder for what is not in the database: bundles. */
  readonly dataDir: string
  readonly clock?: Clock
  readonly log?: (message: string) => void
  /** Largest description that is imported. */
  readonly importLimitBytes?: number
  /** How long a draft rests before its preview is built anew. */
  readonly previewDelayMs?: number
  /** First pause before a bundle that could not be built is tried again. */
  readonly retryMs?: number
  /** How often the database is asked whether a change by another server was missed. */
  readonly reconcileMs?: number
  /** Compiles bundles; absent: one of the core's own. */
  readonly builder?: Builder
}

/**
 * The control plane without HTTP. Commands (`commands/*.ts`) are plain functions of it and of who asks:
 * `deploy({ ...core, actor }, input)`.
 */
export interface Core extends AsyncDisposable {
  readonly db: PrismaClient
  /** The same database without the ORM, for bulk. */
  readonly pool: Database['pool']
  readonly dataDir: string
  readonly clock: Clock
  readonly log: (message: string) => void
  readonly importLimitBytes: number
  readonly drafts: Drafts
  readonly snapshots: Snapshots
  /** For records that leave the server for a browser, and come back. */
  readonly sealer: Sealer
  readonly planner: Planner
  readonly live: LiveHub
  readonly roster: Roster
  /** For events that would be too many one by one. */
  readonly announcer: Announcer
  readonly sync: Sync
  readonly targets: TargetBoard
}

/** How often an open browser hears that there are more requests. */
const announceEveryMs = 1000
const megabyte = 1024 * 1024

export async function createCore(options: CoreOptions): Promise<Core> {
  const undo: (() => PromiseLike<void> | void)[] = []
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    return await openCore(options, undo, close)
  } catch (error) {
    await close()
    throw error
  }
}

/** Adds to `undo` what ends each thing that it opened. */
async function openCore(
  options: CoreOptions,
  undo: (() => PromiseLike<void> | void)[],
  close: () => Promise<void>,
): Promise<Core> {
  const { database, dataDir, clock = systemClock, log = () => {} } = options
  const db = database.client
  const bus = database.url === null ? createLocalBus() : await createPostgresBus(database.url, log)
  undo.push(() => bus[Symbol.asyncDispose]())
  const drafts = createDrafts(db)
  const snapshots = createSnapshots(db)
  const sealer = await createSealer(db)
  const live = createHub(bus)
  const roster = createRoster(live, clock)
  undo.push(() => roster[Symbol.dispose]())
  const previewDelayMs = options.previewDelayMs ?? 250
  const builder = options.builder ?? createBuilder()
  if (builder !== options.builder) undo.push(() => builder[Symbol.asyncDispose]())
  const { retryMs, reconcileMs } = options
  const sync = await createSync({
    db,
    dataDir,
    bus,
    live,
    drafts,
    snapshots,
    builder,
    log,
    previewDelayMs,
    retryMs,
    reconcileMs,
  })
  undo.push(() => sync[Symbol.asyncDispose]())
  const announcer = createAnnouncer((event) => live.publish(event), announceEveryMs)
  undo.push(() => announcer[Symbol.dispose]())
  return {
    db,
    pool: database.pool,
    dataDir,
    clock,
    log,
    importLimitBytes: options.importLimitBytes ?? 100 * megabyte,
    drafts,
    snapshots,
    sealer,
    planner: createPlanner(snapshots, db),
    live,
    roster,
    announcer,
    sync,
    targets: createTargetBoard(bus, () => clock.now().getTime()),
    [Symbol.asyncDispose]: close,
  }
}
