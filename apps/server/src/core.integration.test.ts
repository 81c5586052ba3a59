import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createCore } from './core.ts'

afterAll(closeDatabases)

describe.each(databases.filter(({ name }) => name === 'postgres'))('$name', ({ open, skip }) => {
  test.skipIf(skip).each(['the key for secrets', 'what is deployed'])(
    'a core that can not read %s leaves no connection behind',
    async (what) => {
      await using database = await open()
      const { client } = database
      const listening = async () =>
        client.$queryRaw`
          select pid from pg_stat_activity where datname = current_database() and query = 'listen penstock'`
      const failure = new Error('the connection broke')
      const read =
        what === 'what is deployed'
          ? vi.spyOn(client, '$queryRaw').mockRejectedValueOnce(failure)
          : vi.spyOn(client.setting, 'upsert').mockRejectedValueOnce(failure)
      await expect(createCore({ database, dataDir: database.dataDir })).rejects.toThrow(failure)
      read.mockRestore()
      await expect.poll(listening, { timeout: 10_000 }).toEqual([])
    },
  )
})
