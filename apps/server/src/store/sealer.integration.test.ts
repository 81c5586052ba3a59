import type { Function_ } from '@penstock/model'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { makePets, openTestCore } from '../commands/core.fixture.ts'
import { putFunction } from '../commands/put-function.ts'
import { saveRecords } from '../commands/save-records.ts'
import type { LiveEvent } from '../live/event.ts'
import { wholeDraft } from '../presenters/whole-draft.fixture.ts'

afterAll(closeDatabases)

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)(
    'no browser reads a secret; what it saves back, copies or puts back is what it was',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      const heard: LiveEvent[] = []
      const publish = (event: LiveEvent) => {
        heard.push(event)
        core.live.publish(event)
      }
      const spied = { ...core, live: { ...core.live, publish } }
      const environment = { KEY: 'hunter2', B: '1' }
      const { id } = await putFunction(spied, { slug: 'pets', name: 'hello', code: 'x', environment })
      const shown = async () => {
        const view = await wholeDraft(core, 'pets')
        expect(JSON.stringify(view)).not.toContain('hunter2')
        return view.records.find(({ record }) => record.id === id)! as { record: Function_; revision: number }
      }
      const stored = async (name: string) =>
        ((await core.drafts.open('pets')).definition.get(name) as Function_ | undefined)?.environment
      const save = (change: Partial<Parameters<typeof saveRecords>[1]>) =>
        saveRecords(core, { slug: 'pets', changeId: 'c', added: [], updated: [], removed: [], ...change })

      const first = await shown()
      expect(Object.keys(first.record.environment!)).toEqual(['KEY', 'B'])
      expect(JSON.stringify(heard)).toContain('sealed:')
      expect(JSON.stringify(heard)).not.toContain('hunter2')

      await save({
        updated: [
          {
            record: { ...first.record, code: 'y', environment: { ...first.record.environment!, B: '2' } },
            revision: first.revision,
          },
        ],
      })
      expect(await stored(id)).toEqual({ KEY: 'hunter2', B: '2' })
      const second = await shown()
      expect(second.record.environment!['KEY']).toBe(first.record.environment!['KEY'])

      await save({ removed: [{ id, revision: second.revision }] })
      await save({ added: [second.record, { ...second.record, id: 'fun_copy', name: 'copy' }] })
      expect(await stored(id)).toEqual({ KEY: 'hunter2', B: '2' })
      expect(await stored('fun_copy')).toEqual({ KEY: 'hunter2', B: '2' })

      const forged = { ...second.record, environment: { KEY: `${second.record.environment!['KEY']!}A` } }
      await expect(save({ updated: [{ record: forged, revision: 0 }] })).rejects.toMatchObject({
        code: 'RECORD_INVALID',
      })
    },
  )

  test.skipIf(skip)('what is sealed opens in its API, of its installation, and nowhere else', async () => {
    await using core = await openTestCore(open)
    await using other = await openTestCore(open)
    const fn: Function_ = {
      kind: 'function',
      id: 'fun_1',
      name: 'f',
      code: '',
      environment: { KEY: 'hunter2' },
    }
    const sealed = core.sealer.seal(fn, 'a') as Function_
    const refusal = expect.objectContaining({ code: 'RECORD_INVALID' })
    expect(core.sealer.seal(fn, 'a')).toEqual(sealed)
    const renamed = { ...sealed, id: 'fun_2', environment: { NAME: sealed.environment!['KEY']! } }
    expect(core.sealer.open(renamed, 'a')).toMatchObject({ environment: { NAME: 'hunter2' } })
    expect(() => core.sealer.open(sealed, 'b')).toThrow(refusal)
    expect(() => other.sealer.open(sealed, 'a')).toThrow(refusal)
  })

  test.skipIf(skip)(
    'a value that only looks sealed is kept by a program, and refused from a browser',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      const environment = { KEY: 'sealed:hunter2' }
      const { id } = await putFunction(core, { slug: 'pets', name: 'hello', code: 'x', environment })
      const view = await wholeDraft(core, 'pets')
      const shown = view.records.find(({ record }) => record.id === id)! as {
        record: Function_
        revision: number
      }
      expect(JSON.stringify(view)).not.toContain('hunter2')
      const save = (record: Function_) =>
        saveRecords(core, {
          slug: 'pets',
          changeId: 'c',
          added: [],
          updated: [{ record, revision: shown.revision }],
          removed: [],
        })
      await save({ ...shown.record, code: 'y' })
      const stored = (await core.drafts.open('pets')).definition.get(id)
      expect(stored).toMatchObject({ code: 'y', environment })
      await expect(save({ ...shown.record, environment })).rejects.toMatchObject({
        code: 'RECORD_INVALID',
        message: expect.stringContaining('environment.KEY'),
      })
      expect((await core.drafts.open('pets')).definition.get(id)).toBe(stored)
    },
  )
})
