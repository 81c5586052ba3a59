import { execFileSync } from 'node:child_process'
import { statfsSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type PenstockProcess, startPenstock, temporaryFolder } from '@penstock/testkit'
import { expect, test, vi } from 'vitest'
import { describeShop, rest, runCli, trpc } from './black-box.fixture.ts'

vi.setConfig({ testTimeout: 180_000 })

const megabyte = 1024 * 1024
interface Disk extends Disposable {
  readonly path: string
}

/** A disk of its own, small enough to be filled; null where we may not mount one. */
function smallDisk(): Disk | null {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=192m', 'tmpfs', folder.path], { stdio: 'pipe' })
  } catch {
    folder[Symbol.dispose]()
    return null
  }
  return {
    path: folder.path,
    [Symbol.dispose]() {
      execFileSync('umount', ['--lazy', folder.path])
      folder[Symbol.dispose]()
    },
  }
}

/** Writes until not a byte more fits. */
async function fill({ path }: Disk): Promise<void> {
  const file = await open(join(path, 'filler'), 'a')
  try {
    for (let size = megabyte; size >= 1; size = Math.floor(size / 2))
      for (;;) {
        try {
          await file.write(Buffer.alloc(size, 1))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
          break
        }
      }
  } finally {
    await file.close()
  }
  expect(statfsSync(path).bavail).toBe(0)
}

const free = ({ path }: Disk) => rm(join(path, 'filler'))

const importing = (penstock: PenstockProcess, marker: string, mode = 'overwrite') =>
  rest<{ code?: string }>(penstock, 'POST', `/api/v1/apis?slug=shop&mode=${mode}`, describeShop(marker))
const deploying = (penstock: PenstockProcess) =>
  rest<{ code?: string; deployment: { version: number } }>(
    penstock,
    'POST',
    '/api/v1/apis/shop/stages/prod/deployments',
    {},
  )

test('on a full disk every write is refused in words, what was acknowledged stays, and it goes on once there is space', async ({
  skip,
}) => {
  using disk = smallDisk()
  if (disk === null) return skip('a small disk can be mounted by root only')
  await using penstock = await startPenstock({ dataDir: disk.path })
  expect((await importing(penstock, 'before', 'create')).status).toBe(201)
  expect((await deploying(penstock)).status).toBe(200)
  expect((await importing(penstock, 'staged')).status).toBe(201)

  await fill(disk)
  // Some small ones may still fit into what the database had set aside.
  const refused: string[] = []
  const taken: string[] = ['staged']
  for (let attempt = 0; attempt < 40 && refused.length < 5; attempt++) {
    const marker = `full-${attempt}-${'x'.repeat(50_000)}`
    const { status, json } = await importing(penstock, marker)
    if (status === 201) taken.push(marker)
    else refused.push(`${status} ${json.code}`)
  }
  expect(refused.length).toBe(5)
  for (const each of refused) expect(each).toMatch(/^(507 DISK_FULL|503 DATABASE_UNAVAILABLE)$/)
  expect(refused).toContain('507 DISK_FULL')
  const saved = await trpc<{ data?: { problem: { code: string } } }>(penstock, 'mutation', 'apis.create', {
    name: 'New',
    slug: 'new',
  })
  if (saved.status !== 200)
    expect(saved.json.data?.problem.code).toMatch(/^(DISK_FULL|DATABASE_UNAVAILABLE)$/)
  // Traffic needs no disk.
  expect(await (await fetch(`${penstock.gatewayUrl}/shop/prod/orders`)).json()).toEqual({ marker: 'before' })

  await free(disk)
  await expect
    .poll(async () => (await rest(penstock, 'GET', '/api/v1/apis/shop')).status, { timeout: 30_000 })
    .toBe(200)
  const draft = (await rest(penstock, 'GET', '/api/v1/apis/shop/export')).json
  expect(draft).toEqual(describeShop(taken.at(-1)!))
  expect((await rest(penstock, 'GET', '/api/v1/apis/shop/export?from=prod')).json).toEqual(
    describeShop('before'),
  )

  expect((await importing(penstock, 'after')).status).toBe(201)
  expect((await deploying(penstock)).json).toMatchObject({ deployment: { version: 2 } })
  expect(await (await fetch(`${penstock.gatewayUrl}/shop/prod/orders`)).json()).toEqual({ marker: 'after' })
})

test('a start on a full disk says so, and the next one finds everything as it was', async ({ skip }) => {
  using disk = smallDisk()
  if (disk === null) return skip('a small disk can be mounted by root only')
  {
    await using penstock = await startPenstock({ dataDir: disk.path })
    expect((await importing(penstock, 'kept', 'create')).status).toBe(201)
    expect((await deploying(penstock)).status).toBe(200)
  }
  await fill(disk)
  const outcome = await runCli(['start', '--json'], {
    env: {
      PENSTOCK_DATA_DIR: disk.path,
      PENSTOCK_PORT: '0',
      PENSTOCK_GATEWAY_PORT: '0',
      PENSTOCK_GATEWAY_ADMIN_PORT: '0',
    },
  })
  expect(outcome.code).toBe(1)
  expect(outcome.problem().code).toBe('DISK_FULL')
  await free(disk)
  await using penstock = await startPenstock({ dataDir: disk.path })
  expect(await (await fetch(`${penstock.gatewayUrl}/shop/prod/orders`)).json()).toEqual({ marker: 'kept' })
  expect((await rest(penstock, 'GET', '/api/v1/apis/shop/export')).json).toEqual(describeShop('kept'))
})
