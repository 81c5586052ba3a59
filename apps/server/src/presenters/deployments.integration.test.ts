import { readFile } from 'node:fs/promises'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { ada, edit, makePets, openTestCore } from '../commands/core.fixture.ts'
import { deploy } from '../commands/deploy.ts'
import { rollback } from '../commands/rollback.ts'
import type { Author } from '../store/audit.ts'
import { presentDeployments } from './deployments.ts'

afterAll(closeDatabases)

const prod = { slug: 'pets', stage: 'prod' }
const token: Author = { kind: 'token', id: 'tok_1', name: ada.name, source: 'api' }
const migration = new URL(
  '../../../../prisma/migrations/20261122060248_deployment_authors/migration.sql',
  import.meta.url,
)

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)('a token that is named like a person is not taken for that person', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const first = await deploy(core, prod)
    await edit(core, { summary: 'Second' })
    await deploy({ ...core, actor: token }, prod)
    await rollback({ ...core, actor: token }, { ...prod, deployment: first.id })
    const list = await presentDeployments(core.db, prod)
    expect(list.map(({ author, actor }) => [author, actor])).toEqual([
      [ada.name, { kind: 'token', id: 'tok_1' }],
      [ada.name, { kind: 'token', id: 'tok_1' }],
      [ada.name, { kind: 'user', id: ada.id }],
    ])
  })

  test.skipIf(skip)('deployments from before that is kept get it from the audit log', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const known = await deploy({ ...core, actor: token }, prod)
    await edit(core, { summary: 'Second' })
    const unknown = await deploy(core, prod)
    await core.db.deployment.updateMany({ data: { authorId: null, authorKind: null } })
    await core.db.auditEntry.updateMany({
      where: { data: { contains: unknown.id } },
      data: { actorId: null, actorKind: null },
    })
    const [, update] = /^(UPDATE [^;]*);/m.exec(await readFile(migration, 'utf8'))!
    await core.db.$executeRawUnsafe(update!)
    const list = await presentDeployments(core.db, prod)
    expect(list.map(({ id, actor }) => [id, actor])).toEqual([
      [unknown.id, null],
      [known.id, { kind: 'token', id: 'tok_1' }],
    ])
  })
})
