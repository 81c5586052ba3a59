import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { databases, embeddedFolder, postgresDatabase, temporaryFolder } from '@penstock/testkit'
import { openDatabase } from '@penstock/prisma'
import { compareManifests } from '@penstock/model/snapshot'
import { describe, expect, test } from 'vitest'
import { type Core, createCore } from '../core.ts'
import { createBuilder } from '../workers/builder.ts'
import { ada, makePets } from './core.fixture.ts'

/** PENSTOCK_KILLS=50 is what the release is held to. */
const kills = Number(process.env.PENSTOCK_KILLS ?? 2)
const builder = createBuilder()

describe.each([
  { name: 'embedded', skip: false },
  { name: 'postgres', skip: databases.find(({ name }) => name === 'postgres')!.skip },
])('$name', ({ name, skip }) => {
  test.skipIf(skip)(
    `killed ${kills} times in the middle of deploying, nothing is half done and nothing acknowledged is lost`,
    { timeout: 60_000 + kills * 60_000 },
    async () => {
      using folder = await (name === 'embedded' ? embeddedFolder() : temporaryFolder())
      await using postgres = name === 'postgres' ? await postgresDatabase() : null
      const options = { dataDir: folder.path, databaseUrl: postgres?.databaseUrl }
      await inCore(options, (core) => makePets({ ...core, actor: ada }))
      const acknowledged: string[] = []
      for (let kill = 0; kill < kills; kill++) {
        const child = startDeploying(options)
        // A few deployments each time, and then not between two of them but somewhere inside the next.
        const lines = createInterface({ input: child.stdout! })
        let seen = 0
        for await (const line of lines) {
          acknowledged.push(line)
          if (++seen === 3 + kill) break
        }
        await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 40))
        child.stdout!.on('data', () => {})
        const gone = once(child, 'exit')
        child.kill('SIGKILL')
        await gone
        await inCore(options, (core) => expectWhole(core, acknowledged))
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(3 * kills)
    },
  )
})

function startDeploying({
  dataDir,
  databaseUrl,
}: {
  dataDir: string
  databaseUrl: string | undefined
}): ChildProcess {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const script = fileURLToPath(new URL('./crash.fixture.ts', import.meta.url))
  const flags = ['--import', tsx, '--conditions=@penstock/source', script, dataDir]
  return spawn(process.execPath, [...flags, ...(databaseUrl ? [databaseUrl] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function inCore(options: Parameters<typeof openDatabase>[0], work: (core: Core) => Promise<unknown>) {
  await using database = await openDatabase(options)
  await using core = await createCore({ database, dataDir: options.dataDir, builder, previewDelayMs: 60_000 })
  await work(core)
}

async function expectWhole(core: Core, acknowledged: readonly string[]) {
  const deployments = await core.db.deployment.findMany({ orderBy: { version: 'asc' } })
  expect(deployments.map(({ version }) => version)).toEqual(deployments.map((_, at) => at + 1))
  const kept = new Set(deployments.map(({ id, version }) => `${id} ${version}`))
  expect(acknowledged.filter((line) => !kept.has(line))).toEqual([])

  const api = await core.db.api.findUniqueOrThrow({ where: { slug: 'pets' } })
  const stage = await core.db.stage.findFirstOrThrow({ include: { deployment: true } })
  const last = deployments.at(-1)!
  expect(api.lastVersion).toBe(last.version)
  expect(stage.deploymentId).toBe(last.id)
  const audited = await core.db.auditEntry.count({ where: { action: 'deploy' } })
  expect(audited).toBe(deployments.length)

  for (const { snapshotRoot } of deployments) {
    expect((await core.snapshots.definition(snapshotRoot)).size).toBe(5)
  }
  const draft = await core.drafts.open('pets')
  expect(draft.manifest.root).toBe(api.draftRoot)
  const staged = compareManifests(await core.snapshots.manifest(last.snapshotRoot), draft.manifest)
  expect(staged).toMatchObject({ added: [], removed: [] })

  const served = core.sync.state().stages.find((state) => state.stage === 'prod')
  expect(served).toMatchObject({ deployment: last.id, version: last.version })
  await core.sync.bundle(served!.bundle!)
}
