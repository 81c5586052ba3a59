import { databases, postgresDatabase } from '@penstock/testkit'
import { describe, expect, test } from 'vitest'
import { edit, makePets, openTestCore, type TestCore } from '../commands/core.fixture.ts'
import { deploy } from '../commands/deploy.ts'
import { createCore } from '../core.ts'
import { createPostgresBus } from './postgres-bus.ts'

const skip = databases.find(({ name }) => name === 'postgres')!.skip

describe.skipIf(skip)('two servers on one PostgreSQL', () => {
  test('hear of each other, whatever the length of the message', async () => {
    await using db = await postgresDatabase()
    await using one = await createPostgresBus(db.url!, () => {})
    await using two = await createPostgresBus(db.url!, () => {})
    const heard: (readonly [payload: unknown, local: boolean])[] = []
    const all = new Promise<void>((resolve) => {
      two.on('x', (payload, local) => {
        heard.push([payload, local])
        if (heard.length === 3) resolve()
      })
    })
    const long = 'ü"\\🐕'.repeat(20_000)
    one.send('x', { long })
    one.send('x', 2)
    two.send('x', 'own')
    await all
    expect(heard).toHaveLength(3)
    expect(heard).toContainEqual(['own', true])
    expect(heard).toContainEqual([{ long }, false])
    expect(heard.findIndex(([payload]) => payload === 2)).toBeGreaterThan(0)
  })

  test('serve the same stages, and never an old draft', async () => {
    await using one = await openTestCore(postgresDatabase)
    await using second = await createCore({
      database: one.database,
      dataDir: `${one.dataDir}/second`,
      previewDelayMs: 5,
    })
    const two: TestCore = { ...one, ...second }
    await makePets(one)
    await edit(two, { summary: 'From the second' })
    expect((await one.drafts.open('pets')).definition.get('met_list')).toMatchObject({
      summary: 'From the second',
    })
    const { id } = await deploy(one, { slug: 'pets', stage: 'prod' })
    await expect
      .poll(() => second.sync.state().stages.find(({ stage }) => stage === 'prod'), { timeout: 20_000 })
      .toMatchObject({ deployment: id })
  })
})
