import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { edit, makePets, openTestCore, pets } from '../commands/core.fixture.ts'
import { deploy } from '../commands/deploy.ts'
import { importApi } from '../commands/import-api.ts'
import { removeApi } from '../commands/remove-api.ts'
import { rollback } from '../commands/rollback.ts'
import { storeBodies } from './bodies.ts'
import { collectContent } from './collect-content.ts'
import { contentOf } from './content.ts'
import { createDrafts } from './drafts.ts'
import { createSnapshots } from './snapshots.ts'

afterAll(closeDatabases)

const prod = { slug: 'pets', stage: 'prod' }

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)('what no draft and no deployment names is deleted, all of history stays', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const first = await deploy(core, prod)
    for (const summary of ['a', 'b', 'c']) await edit(core, { summary })
    await deploy(core, prod)
    await edit(core, { summary: 'd' })
    await edit(core, { summary: 'e' })
    // The method with the summaries a, b and d.
    expect(await collectContent(core.db)).toEqual({ snapshots: 0, buckets: 0, bodies: 3 })
    expect(await collectContent(core.db)).toEqual({ snapshots: 0, buckets: 0, bodies: 0 })
    for (const { snapshotRoot } of await core.db.deployment.findMany())
      expect((await createSnapshots(core.db).definition(snapshotRoot)).size).toBe(5)
    expect((await createDrafts(core.db).open('pets')).definition.get('met_list')).toMatchObject({
      summary: 'e',
    })
    await rollback(core, { ...prod, deployment: first.id })

    await removeApi(core, { slug: 'pets' })
    const { snapshots, buckets } = await collectContent(core.db)
    expect(snapshots).toBe(2)
    expect(buckets).toBeGreaterThan(0)
    expect(await core.db.recordBody.count()).toBe(0)
    expect(await core.db.manifestBucket.count()).toBe(0)
  })

  test.skipIf(skip)('saves and deployments meanwhile neither fail nor lose anything', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    let busy = true
    const saving = (async () => {
      // Back and forth: each save needs bodies that the one before left to be collected.
      for (let at = 0; at < 30; at++) {
        await edit(core, { summary: `${at % 3}` })
        if (at % 5 === 4) await deploy(core, prod).catch(unlessNothing)
      }
      busy = false
    })()
    let rounds = 0
    while (busy) {
      await collectContent(core.db)
      rounds++
    }
    await saving
    expect(rounds).toBeGreaterThan(0)
    for (const { snapshotRoot } of await core.db.deployment.findMany())
      expect((await createSnapshots(core.db).definition(snapshotRoot)).size).toBe(5)
    expect((await createDrafts(core.db).open('pets')).definition.size).toBe(5)
  })

  test.skipIf(skip)('an import whose bodies were collected before it could name them is whole', async () => {
    await using core = await openTestCore(open)
    const document = JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Shop', version: '1' },
      paths: { '/a': { get: { responses: {} } } },
    })
    await storeBodies(core.pool, [contentOf(pets.method)])
    expect((await collectContent(core.db)).bodies).toBe(1)
    // Collects after the bodies are stored and before they are named.
    const db = new Proxy(core.db, {
      get(target, key, receiver) {
        if (key !== '$transaction') return Reflect.get(target, key, receiver) as unknown
        return async (...args: Parameters<typeof target.$transaction>) => {
          await collectContent(target)
          return target.$transaction(...args)
        }
      },
    })
    await importApi({ ...core, db }, { document, slug: 'shop', mode: 'create' })
    const draft = await createDrafts(core.db).open('shop')
    expect([...draft.definition.values()].map(({ kind }) => kind)).toContain('method')
  })
})

function unlessNothing(error: unknown) {
  if ((error as { code?: string }).code !== 'NOTHING_TO_DEPLOY') throw error
}
