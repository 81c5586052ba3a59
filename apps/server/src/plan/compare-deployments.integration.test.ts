import { readFile } from 'node:fs/promises'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { ada, edit, makePets, openTestCore, type TestCore } from '../commands/core.fixture.ts'
import { deployRequest } from '../commands/deploy-requests/deploy-request.ts'
import { openRequest } from '../commands/deploy-requests/open-request.ts'
import { deploy } from '../commands/deploy.ts'
import { overrideCheck } from '../commands/override-check.ts'
import { createChangelog } from '../portal/changelog.ts'
import { presentDeployRequest } from '../presenters/deploy-requests.ts'
import { compareDeployments } from './compare-deployments.ts'

afterAll(closeDatabases)

const slug = 'pets'
const prod = { slug, stage: 'prod' }
const check = 'method-replaced'
const reader = { ...ada, source: 'console', role: 'admin' } as const
const migration = new URL(
  '../../../../prisma/migrations/20261122171600_overrides_of_deployments/migration.sql',
  import.meta.url,
)

/** Deploys a break that was said to be safe, by a request; after that it is said to break again. */
async function deployedAsSafe(core: TestCore) {
  await makePets(core)
  const first = await deploy(core, prod)
  await edit(core, { httpMethod: 'POST' })
  await overrideCheck(core, { slug, check, level: 'risky', reason: 'Unsure' })
  await overrideCheck(core, { slug, check, level: 'safe', reason: 'Nobody calls it yet' })
  const number = await openRequest(core, { ...prod, title: 'Post instead' })
  const second = (await deployRequest(core, { slug, number }))!
  await overrideCheck(core, { slug, check, level: null, reason: '' })
  return { first, second, number }
}

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)('history keeps what was judged when it was made, wherever it is told', async () => {
    await using core = await openTestCore(open)
    const { first, second, number } = await deployedAsSafe(core)
    const between = { slug, from: first.id, to: second.id }
    expect(await compareDeployments(core, between)).toMatchObject([
      { verdict: 'safe', findings: [{ override: { from: 'breaking', reason: 'Nobody calls it yet' } }] },
    ])
    // Whoever thinks of deploying it again asks what it means by now.
    expect(await compareDeployments(core, { ...between, judged: 'now' })).toMatchObject([
      { verdict: 'breaking' },
    ])
    const { plan } = await presentDeployRequest(core, reader, { slug, number })
    expect(plan).toMatchObject({ summary: { breaking: 0, safe: 1 }, planHash: second.planHash })
    const [latest] = await createChangelog(core).releases(second.apiId, 'prod')
    expect(latest?.changes).toMatchObject([{ verdict: 'safe' }])
  })

  test.skipIf(skip)('deployments from before that was kept get it from the audit log', async () => {
    await using core = await openTestCore(open)
    const { first, second } = await deployedAsSafe(core)
    const kept = () =>
      core.db.deployment.findMany({ select: { overrides: true }, orderBy: { version: 'asc' } })
    const before = (await kept()).map(({ overrides }) => JSON.parse(overrides) as unknown)
    expect(before).toMatchObject([
      [],
      [{ check, level: 'safe', reason: 'Nobody calls it yet', by: ada.name }],
    ])
    await core.db.deployment.updateMany({ data: { overrides: '[]' } })
    const [update] = /^UPDATE [^;]*;/m.exec(await readFile(migration, 'utf8'))!
    await core.db.$executeRawUnsafe(update)
    expect((await kept()).map(({ overrides }) => JSON.parse(overrides) as unknown)).toEqual(before)
    expect(await compareDeployments(core, { slug, from: first.id, to: second.id })).toMatchObject([
      { verdict: 'safe' },
    ])
  })
})
