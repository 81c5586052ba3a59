import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { writeExport } from '../presenters/export/write-export.ts'
import { findApi } from '../store/apis.ts'
import { putTextParts, readTextParts } from '../store/text-parts.ts'
import { makePets, openTestCore, type TestCore } from './core.fixture.ts'
import { importApi } from './import-api.ts'
import { saveText } from './save-text.ts'

afterAll(closeDatabases)

const source = `# Ours.
openapi: 3.1.0
info: {title: Rides, version: "1"}
paths:
  # Everybody calls it.
  /rides:
    get:
      responses:
        "200": {description: OK} # always
`

const partsOf = async (core: TestCore, slug: string) =>
  readTextParts(core.db, (await findApi(core.db, slug)).id)

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)(
    'comments of a part that somebody else wrote meanwhile are answered, not overwritten',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      const { draftRoot, draftVersion } = await findApi(core.db, 'pets')
      const part = { place: '/paths/~1pets', record: 'res_pets' }
      const write = (text: string, revision: number, tab = 'a') =>
        saveText(core, { slug: 'pets', tab, put: [{ ...part, text, revision }], remove: [] })
      expect(await write('# one\n', 0)).toEqual({ version: 1, stale: [], refused: [] })
      expect(await write('# two\n', 0, 'b')).toEqual({
        version: 1,
        stale: [{ ...part, text: '# one\n', revision: 1 }],
        refused: [],
      })
      expect(await write('# one\n# two\n', 1, 'b')).toEqual({ version: 2, stale: [], refused: [] })
      expect(await partsOf(core, 'pets')).toEqual([{ ...part, text: '# one\n# two\n', revision: 2 }])
      const removed = await saveText(core, {
        slug: 'pets',
        tab: 'a',
        put: [],
        remove: [{ place: part.place, revision: 2 }],
      })
      expect(removed.stale).toEqual([])
      expect(await partsOf(core, 'pets')).toEqual([])
      // Nothing of this is a change of the draft.
      expect(await findApi(core.db, 'pets')).toMatchObject({ draftRoot, draftVersion })
    },
  )

  test.skipIf(skip)('secrets are not kept, whoever sends them and however they are written', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const write = (place: string, text: string) =>
      saveText(core, {
        slug: 'pets',
        tab: 'a',
        put: [{ place, text, record: null, revision: 0 }],
        remove: [],
      })
    const lines = (secret: string) => `# Ours.\nfun_1:\n  kind: function\n${secret}  timeoutMs: 500 # half\n`
    await write('/x-penstock/records/fun_1', lines('  environment:\n    KEY: hunter2\n    # hunter1\n'))
    expect(await partsOf(core, 'pets')).toMatchObject([{ text: lines('') }])
    await write('/x-penstock/records/fun_2', 'fun_2: {environment: {KEY: hunter2}, timeoutMs: 500} # half\n')
    await write('/x-penstock/records', 'records: # all\n  fun_3: {"environ\\u006dent": {KEY: hunter2}}\n')
    await write(
      '/x-penstock',
      '# Ours.\nx-penstock:\n  records:\n    fun_4:\n      environment: {KEY: hunter2}\n',
    )
    const whole = 'openapi: 3.1.0\nx-penstock:\n  records: {fun_5: {environment: {KEY: hunter2}}}\n'
    expect(await write('', whole)).toMatchObject({ refused: [{ place: '', reason: 'secrets' }] })
    const bomb = Array.from({ length: 40 }, (_, at) => `  a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`)
    const anchors = `fun_6:\n  a0: &a0 1\n${bomb.join('')}  "environment": &e {KEY: hunter2}\n`
    await write('/x-penstock/records/fun_6', anchors)
    const torn = anchors.replace('  "environment":', '  ? environment\n  :')
    for (const [place, text] of [
      ['/x-penstock/records/fun_7', torn],
      ['/x-penstock/records/fun_1/environment', 'environment:\n  KEY: hunter2\n'],
    ] as const)
      expect(await write(place, text)).toMatchObject({ refused: [{ place, reason: 'secrets' }] })
    const parts = await partsOf(core, 'pets')
    expect(parts).toHaveLength(5)
    expect(JSON.stringify(parts)).not.toContain('hunter')
    expect(parts.find(({ place }) => place.endsWith('fun_2'))?.text).toContain('# half')
  })

  test.skipIf(skip)('what is refused for its secrets keeps nothing else from being saved', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const put = [
      { place: '/x-penstock/records/fun_1/environment', text: 'environment: {KEY: hunter2}\n' },
      { place: '/paths/~1pets', text: '# All animals.\n/pets: {}\n' },
    ].map((part) => ({ ...part, record: null, revision: 0 }))
    expect(await saveText(core, { slug: 'pets', tab: 'a', put, remove: [] })).toEqual({
      version: 1,
      stale: [],
      refused: [{ place: put[0]!.place, reason: 'secrets' }],
    })
    expect((await partsOf(core, 'pets')).map(({ place }) => place)).toEqual(['/paths/~1pets'])
  })

  test.skipIf(skip)('more than four megabytes are refused, and nothing of the save is kept', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const put = Array.from({ length: 5 }, (_, at) => ({
      place: `/paths/~1${at}`,
      text: '#'.repeat(1024 * 1024),
      record: null,
      revision: 0,
    }))
    const saved = saveText(core, { slug: 'pets', tab: 'a', put, remove: [] })
    await expect(saved).rejects.toMatchObject({ code: 'TEXT_TOO_LARGE' })
    expect(await partsOf(core, 'pets')).toEqual([])
  })

  test.skipIf(skip)('places count as texts do', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const put = Array.from({ length: 6_000 }, (_, at) => ({
      place: `/paths/~1${at}/${'x'.repeat(780)}`,
      text: '',
      record: null,
      revision: 0,
    }))
    const saved = saveText(core, { slug: 'pets', tab: 'a', put, remove: [] })
    await expect(saved).rejects.toMatchObject({ code: 'TEXT_TOO_LARGE' })
  })

  test.skipIf(skip)('what is too much already can be made less of, and not more', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const { id } = await findApi(core.db, 'pets')
    const parts = Array.from({ length: 5 }, (_, at) => ({
      place: `/paths/~1${at}`,
      text: '#'.repeat(1024 * 1024),
      record: null,
    }))
    await putTextParts(core.db, id, 1, parts)
    await core.db.api.update({ where: { id }, data: { textVersion: 1 } })
    const write = (text: string) =>
      saveText(core, {
        slug: 'pets',
        tab: 'a',
        put: [{ place: '/paths/~10', text, record: null, revision: 1 }],
        remove: [],
      })
    await expect(write('#'.repeat(1024 * 1024 + 1))).rejects.toMatchObject({ code: 'TEXT_TOO_LARGE' })
    expect(await write('# less\n')).toMatchObject({ version: 2, stale: [] })
  })

  test.skipIf(skip)(
    'a merge keeps as much of the text as there is room for, and says of the rest',
    async () => {
      await using core = await openTestCore(open)
      const document = (path: string) => {
        const long = '# long\n'.repeat(20_000).replaceAll('#', '      #')
        const operation = `    get:\n${long}      responses: {"200": {description: OK}}\n`
        const paths = Array.from({ length: 12 }, (_, at) => `  /${path}${at}:\n${operation}`)
        return `openapi: 3.1.0\ninfo: {title: Rides, version: "1"}\npaths:\n${paths.join('')}`
      }
      const first = await importApi(core, { slug: 'rides', mode: 'create', document: document('a') })
      expect(first.report.warnings.map(({ construct }) => construct)).not.toContain('comments')
      const second = await importApi(core, { slug: 'rides', mode: 'merge', document: document('b') })
      expect(second.report.warnings.map(({ construct }) => construct)).toContain('comments')
      const parts = await partsOf(core, 'rides')
      const size = parts.reduce((sum, { place, text }) => sum + place.length + text.length, 0)
      expect(size).toBeLessThanOrEqual(4 * 1024 * 1024)
      expect(parts.some(({ place }) => place.startsWith('/paths/~1b'))).toBe(true)
      const [part] = parts.filter(({ place }) => place.startsWith('/paths/~1a'))
      const saved = await saveText(core, { slug: 'rides', tab: 'a', put: [], remove: [part!] })
      expect(saved.stale).toEqual([])
    },
  )

  test.skipIf(skip)('a path that is too long for a key is imported; the longest place is kept', async () => {
    await using core = await openTestCore(open)
    // Nothing that a database could make shorter.
    const letters = (count: number) =>
      Array.from({ length: count }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join('')
    const document = `openapi: 3.1.0\ninfo: {title: Rides, version: "1"}\npaths:\n  # Long.\n  /${letters(3_000)}: {}\n`
    const { report } = await importApi(core, { slug: 'rides', mode: 'create', document })
    expect(report.warnings.map(({ construct }) => construct)).toContain('comments')
    const place = `/paths/~1${letters(800 - '/paths/~1'.length)}`
    const put = [{ place, text: '# a\n', record: null, revision: 0 }]
    expect(await saveText(core, { slug: 'rides', tab: 'a', put, remove: [] })).toMatchObject({ stale: [] })
  })

  test.skipIf(skip)('what begins like JSON and is YAML is imported', async () => {
    await using core = await openTestCore(open)
    const document = '{"openapi": "3.1.0", # ours\n"info": {"title": "Rides", "version": "1"}, "paths": {},}'
    await importApi(core, { slug: 'rides', mode: 'create', document })
    expect(await findApi(core.db, 'rides')).toMatchObject({ textSyntax: 'yaml' })
  })

  test.skipIf(skip)(
    'what is imported in YAML is exported as it was written; JSON leaves the comments',
    async () => {
      await using core = await openTestCore(open)
      const exported = async () => {
        const { definition } = await core.drafts.open('rides')
        const parts = await partsOf(core, 'rides')
        return writeExport(definition, { as: 'yaml', format: 'oas31', extensions: 'none', parts })
      }
      await importApi(core, { slug: 'rides', mode: 'create', document: source })
      expect(await exported()).toBe(source)
      expect(await findApi(core.db, 'rides')).toMatchObject({ textSyntax: 'yaml' })

      const json = {
        openapi: '3.1.0',
        info: { title: 'Rides', version: '2' },
        paths: { '/rides': { get: { summary: 'All', responses: { 200: { description: 'OK' } } } } },
      }
      await importApi(core, { slug: 'rides', mode: 'overwrite', document: JSON.stringify(json) })
      expect(await exported()).toBe(
        source
          .replace('version: "1"', 'version: "2"')
          .replace('    get:\n', '    get:\n      summary: All\n'),
      )

      await importApi(core, { slug: 'rides', mode: 'overwrite', document: source.replace('# Ours.\n', '') })
      expect(await exported()).toBe(source.replace('# Ours.\n', ''))
    },
  )
})
