import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { makePets, openTestCore } from '../commands/core.fixture.ts'
import { deploy } from '../commands/deploy.ts'
import { createApiKey, removeApiKey } from './api-keys.ts'
import { putUsagePlan, removeUsagePlan } from './usage-plans.ts'

afterAll(closeDatabases)

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)(
    'a key that is removed while its plan changes waits for that, or that for it',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      const stages = [{ api: 'pets', stage: 'prod' }]
      await deploy(core, { slug: 'pets', stage: 'prod' })
      for (let round = 0; round < 25; round++) {
        const names = Array.from({ length: 8 }, (_, at) => `key ${at} of ${round}`)
        const keys = await Promise.all(names.map((name) => createApiKey(core, { name, enabled: true })))
        const plan = { name: `plan ${round}`, stages, keys: names }
        const { id } = await putUsagePlan(core, null, plan)
        const done = await Promise.allSettled([
          putUsagePlan(core, id, { ...plan, keys: [] }),
          ...keys.map(({ key }) => removeApiKey(core, key.id)),
        ])
        expect(done.filter(({ status }) => status === 'rejected')).toEqual([])
        await removeUsagePlan(core, id)
      }
    },
  )
})
