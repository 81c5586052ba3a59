import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, expect, test, vi } from 'vitest'
import { edit, makePets, openTestCore } from '../commands/core.fixture.ts'
import { deploy } from '../commands/deploy.ts'
import { createPlanner } from '../plan/plan.ts'
import { createSnapshots } from './snapshots.ts'

afterAll(closeDatabases)

const prod = { slug: 'pets', stage: 'prod' }

test('many who ask for a snapshot or a comparison at once cost as much as one', async () => {
  await using core = await openTestCore(databases[0]!.open)
  await makePets(core)
  const { snapshotRoot: from } = await deploy(core, prod)
  await edit(core, { summary: 'Second' })
  const { snapshotRoot: to } = await deploy(core, prod)

  const snapshots = createSnapshots(core.db)
  const planner = createPlanner(snapshots, core.db)
  const query = vi.spyOn(core.db, '$queryRaw')
  const definitions = await Promise.all(Array.from({ length: 5 }, () => snapshots.definition(to)))
  expect(new Set(definitions).size).toBe(1)
  // The buckets, and the bodies.
  expect(query).toHaveBeenCalledTimes(2)

  const records = vi.spyOn(snapshots, 'records')
  const [before, after] = [await snapshots.manifest(from), await snapshots.manifest(to)]
  const compared = await Promise.all(
    Array.from({ length: 5 }, () => planner.compare(before, after, definitions[0]!)),
  )
  expect(new Set(compared).size).toBe(1)
  expect(records).toHaveBeenCalledOnce()
})
