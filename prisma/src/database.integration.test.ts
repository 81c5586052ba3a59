import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeDatabases, databases, embeddedDatabase, temporaryFolder } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { acquireLock, applyMigrations, databaseError, openDatabase } from './index.ts'

afterAll(closeDatabases)

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)('is migrated when it is open, and keeps the history where Prisma keeps it', async () => {
    await using db = await open()
    const rows = await db.client.$queryRaw<
      { migration_name: string }[]
    >`select migration_name from _prisma_migrations`
    expect(rows.length).toBeGreaterThan(0)
    expect(await db.client.api.count()).toBe(0)
  })

  test.skipIf(skip)('refuses a database that a newer build has migrated', async () => {
    await using db = await open()
    await db.client.$executeRaw`insert into _prisma_migrations (id, checksum, migration_name, finished_at)
      values ('x', 'x', '29990101000000_later', now())`
    await expect(applyMigrations(db.pool)).rejects.toMatchObject({ code: 'DATABASE_TOO_NEW' })
    await db.client.$executeRaw`delete from _prisma_migrations where id = 'x'`
  })

  test.skipIf(skip)('runs concurrent queries and transactions without mixing them', async () => {
    await using db = await open()
    const setting = (key: string) => db.client.setting.create({ data: { key, value: key } })
    const add = (key: string) =>
      db.client.$transaction(async (tx) => {
        await tx.setting.create({ data: { key: `${key}-a`, value: key } })
        await tx.setting.create({ data: { key: `${key}-b`, value: key } })
      })
    const failing = (key: string) =>
      expect(
        db.client.$transaction(async (tx) => {
          await tx.setting.create({ data: { key: `${key}-lost`, value: key } })
          throw new Error('undo')
        }),
      ).rejects.toThrow('undo')
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => [setting(`s${i}`), add(`t${i}`), failing(`f${i}`)]).flat(),
    )
    expect(await db.client.setting.count()).toBe(30)
  })
})

test('a second process on the data folder is refused by name of the first', async () => {
  await using db = await embeddedDatabase()
  await expect(openDatabase({ dataDir: db.dataDir })).rejects.toMatchObject({
    code: 'DATA_DIR_IN_USE',
    message: expect.stringContaining(`process ${process.pid}`),
  })
})

test('opens under `node --watch`, which reports what processes import through their channels', async () => {
  process.env['WATCH_REPORT_DEPENDENCIES'] = '1'
  try {
    await using db = await embeddedDatabase()
    expect(await db.client.api.count()).toBe(0)
  } finally {
    delete process.env['WATCH_REPORT_DEPENDENCIES']
  }
})

test('the lock of a process that is dead is taken over', async () => {
  using folder = temporaryFolder()
  const child = fork('-e', [], { execArgv: ['-e', ''], stdio: 'ignore' })
  await new Promise((resolve) => child.once('exit', resolve))
  const file = join(folder.path, 'lock')
  writeFileSync(file, JSON.stringify({ pid: child.pid, started: null }))
  const lock = acquireLock(file)
  expect(() => acquireLock(file)).toThrow(expect.objectContaining({ code: 'DATA_DIR_IN_USE' }))
  lock.release()
  acquireLock(file).release()
})

test('a pid that another process got since does not keep the folder locked', () => {
  using folder = temporaryFolder()
  const file = join(folder.path, 'lock')
  writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'another boot:1' }))
  expect(() => acquireLock(file).release()).not.toThrow()
})

test('a data folder whose path is too long for a socket works', async () => {
  using folder = temporaryFolder()
  const dataDir = join(folder.path, 'x'.repeat(100))
  mkdirSync(dataDir)
  await using db = await openDatabase({ dataDir })
  expect(await db.client.user.count()).toBe(0)
})

test('a database process that is killed is started again and has lost nothing', async () => {
  await using db = await embeddedDatabase()
  await db.client.setting.create({ data: { key: 'kept', value: '1' } })
  const before = db.childPid()!
  process.kill(before, 'SIGKILL')
  await expect.poll(() => db.client.setting.count().catch(() => 0), { timeout: 20_000 }).toBe(1)
  expect(db.childPid()).not.toBe(before)
})

test('what is under way when the database dies fails as what it is, and the next call works', async () => {
  await using db = await embeddedDatabase()
  const outcomes: unknown[] = []
  const calls = Array.from({ length: 20 }, (_, i) =>
    db.client
      .$transaction((tx) => tx.setting.create({ data: { key: `${i}`, value: '' } }))
      .then(
        () => outcomes.push('done'),
        (error: unknown) => outcomes.push(databaseError(error)),
      ),
  )
  process.kill(db.childPid()!, 'SIGKILL')
  await Promise.all(calls)
  const failures = outcomes.filter((outcome) => outcome !== 'done')
  for (const failure of failures) expect(failure).toMatchObject({ code: 'DATABASE_UNAVAILABLE' })
  // A commit whose answer was lost may be there as well; an answered one must be.
  const answered = outcomes.length - failures.length
  const count = () => db.client.setting.count().catch(() => -1)
  await expect.poll(count, { timeout: 20_000 }).toBeGreaterThanOrEqual(answered)
})
