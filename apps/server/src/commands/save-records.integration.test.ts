import type { ApiRecord } from '@penstock/model'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { edit, makePets, openTestCore, pets, type TestCore } from './core.fixture.ts'
import { saveRecords } from './save-records.ts'

afterAll(closeDatabases)

describe.each(databases)('$name', ({ open, skip }) => {
  const save = (core: TestCore, record: ApiRecord, revision: number) =>
    saveRecords(core, {
      slug: 'pets',
      changeId: 'c',
      added: [],
      updated: [{ record, revision }],
      removed: [],
    })

  test.skipIf(skip)(
    'people who edit different records never meet; the same record is a conflict with theirs',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      const { revisions } = await core.drafts.open('pets')
      const mine = revisions.get('met_list')!
      await save(core, { ...pets.resource, summary: 'All pets' }, revisions.get('res_pets')!)
      const { revisions: after } = await save(core, { ...pets.method, summary: 'Theirs' }, mine)

      const late = save(core, { ...pets.method, summary: 'Mine' }, mine)
      await expect(late).rejects.toMatchObject({
        code: 'RECORD_CONFLICT',
        details: { conflicts: [{ id: 'met_list', theirs: { summary: 'Theirs' }, revision: after.met_list }] },
      })
      expect((await core.drafts.open('pets')).definition.get('met_list')).toMatchObject({ summary: 'Theirs' })
    },
  )

  test.skipIf(skip)('of a save with one conflict nothing is saved', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const { revisions, manifest } = await core.drafts.open('pets')
    const change = saveRecords(core, {
      slug: 'pets',
      changeId: 'c',
      added: [{ kind: 'resource', id: 'res_new', parent: 'res_root', pathPart: 'new' }],
      updated: [{ record: { ...pets.method, summary: 'Mine' }, revision: revisions.get('met_list')! - 1 }],
      removed: [{ id: 'res_pets', revision: revisions.get('res_pets')! }],
    })
    await expect(change).rejects.toMatchObject({ code: 'RECORD_CONFLICT' })
    core.drafts.forget((await core.drafts.open('pets')).apiId)
    expect((await core.drafts.open('pets')).manifest.root).toBe(manifest.root)
  })

  test.skipIf(skip)('the same save sent twice is done once', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const revision = (await core.drafts.open('pets')).revisions.get('met_list')!
    const first = await save(core, { ...pets.method, summary: 'New' }, revision)
    expect(await save(core, { ...pets.method, summary: 'New' }, revision)).toEqual(first)
  })

  test.skipIf(skip)('a record that was removed and made again never gets an old revision', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const seen = new Set<number>()
    for (let round = 0; round < 3; round++) {
      const revision = (await core.drafts.open('pets')).revisions.get('met_list')!
      expect(seen).not.toContain(revision)
      seen.add(revision)
      await saveRecords(core, {
        slug: 'pets',
        changeId: 'r',
        added: [],
        updated: [],
        removed: [{ id: 'met_list', revision }],
      })
      await saveRecords(core, { slug: 'pets', changeId: 'a', added: [pets.method], updated: [], removed: [] })
    }
  })

  test.skipIf(skip)(
    'what is read back is what was written, whether from memory or from the database',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      await edit(core, {
        description: 'Grüße, "quotes", \\ and 🐕',
        parameters: [{ z: 1, a: { c: null, b: [1, 'x'] } }],
      })
      const cached = await core.drafts.open('pets')
      core.drafts.forget(cached.apiId)
      const loaded = await core.drafts.open('pets')
      expect(loaded).not.toBe(cached)
      expect(new Map(loaded.definition)).toEqual(new Map(cached.definition))
      expect(new Map(loaded.revisions)).toEqual(new Map(cached.revisions))
      expect(loaded.manifest.root).toBe(cached.manifest.root)
      const method = loaded.definition.get('met_list')
      expect(JSON.stringify(method && 'parameters' in method && method.parameters)).toBe(
        '[{"z":1,"a":{"c":null,"b":[1,"x"]}}]',
      )
    },
  )

  test.skipIf(skip)('twenty people at once: every save counts, or says that it does not', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const added = (n: number): ApiRecord => ({
      kind: 'resource',
      id: `res_${n}`,
      parent: 'res_root',
      pathPart: `p${n}`,
    })
    const one = (n: number) =>
      saveRecords(core, { slug: 'pets', changeId: `${n}`, added: [added(n)], updated: [], removed: [] })
    const versions = await Promise.all(Array.from({ length: 20 }, (_, n) => one(n)))
    expect(new Set(versions.map(({ version }) => version)).size).toBe(20)
    expect((await core.drafts.open('pets')).definition.size).toBe(25)
  })

  test.skipIf(skip)('an id that could break a manifest apart is refused', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const record: ApiRecord = { ...pets.resource, id: 'res x\ny' }
    const change = saveRecords(core, {
      slug: 'pets',
      changeId: 'c',
      added: [record],
      updated: [],
      removed: [],
    })
    await expect(change).rejects.toMatchObject({ code: 'RECORD_INVALID' })
  })
})
