import type { Method, Resource } from '@penstock/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Autosave } from './autosave.ts'
import { Editor } from './editor.ts'
import { changedFields } from './merge.ts'
import { FakeDraftServer, ManualClock, settle } from './testing.ts'
import { SaveRefusedError } from './transport.ts'

const root: Resource = { kind: 'resource', id: 'res_root', parent: null, pathPart: '' }
const get: Method = { kind: 'method', id: 'met_a', resource: root.id, httpMethod: 'GET' }
const post: Method = { kind: 'method', id: 'met_b', resource: root.id, httpMethod: 'POST' }

function open() {
  const clock = new ManualClock()
  const server = new FakeDraftServer([root, get, post])
  const editor = new Editor(server.loaded.map((entry) => entry.record))
  let changes = 0
  const createChangeId = () => `change-${++changes}`
  const autosave = new Autosave({ editor, transport: server, loaded: server.loaded, clock, createChangeId })
  const edit = (fields: Partial<Method>, id = get.id) =>
    editor.run('edit', (t) => t.put({ ...(t.get(id) as Method), ...fields }))
  const mine = (id = get.id) => editor.definition.get(id)
  return { clock, server, editor, autosave, edit, mine }
}

describe('Autosave', () => {
  it('saves once after a pause, only what changed, with its revision', async () => {
    const { clock, server, editor, autosave, edit } = open()
    edit({ summary: 'a' })
    edit({ summary: 'ab' })
    editor.run('delete', (t) => t.remove(post.id))
    expect(autosave.state.status).toBe('saving')
    await clock.advance(400)
    expect(server.requests).toEqual([
      {
        changeId: 'change-1',
        added: [],
        updated: [{ record: { ...get, summary: 'ab' }, revision: 1 }],
        removed: [{ id: post.id, revision: 1 }],
      },
    ])
    expect(autosave.state.status).toBe('saved')
    expect(server.holds(editor.definition)).toBe(true)
  })

  it('sends nothing for an edit that was undone', async () => {
    const { clock, server, editor, autosave, edit } = open()
    edit({ summary: 'a' })
    editor.undo()
    expect(autosave.state.status).toBe('saved')
    await clock.advance(1000)
    expect(server.requests).toEqual([])
  })

  it('keeps undo across saves', async () => {
    const { clock, server, editor, edit } = open()
    edit({ summary: 'a' })
    await clock.advance(400)
    editor.undo()
    await clock.advance(400)
    expect(server.records.get(get.id)).toEqual({ record: get, revision: 3 })
  })

  it('saves what was edited while a save was under way, with the new revision', async () => {
    const { clock, server, editor, autosave, edit } = open()
    const release = server.hold()
    edit({ summary: 'a' })
    await clock.advance(400)
    edit({ summary: 'b' })
    release()
    await settle()
    expect(autosave.state.status).toBe('saving')
    await clock.advance(400)
    expect(server.requests[1]?.updated).toEqual([{ record: { ...get, summary: 'b' }, revision: 2 }])
    expect(server.holds(editor.definition)).toBe(true)
  })

  it('has one save under way at a time, also when it is hurried', async () => {
    const { clock, server, editor, autosave, edit } = open()
    let underWay = 0
    let most = 0
    const save = server.save.bind(server)
    server.save = async (request) => {
      most = Math.max(most, ++underWay)
      return save(request).finally(() => underWay--)
    }
    const releaseFirst = server.hold()
    edit({ summary: 'a' })
    await clock.advance(400)
    edit({ summary: 'a' }, post.id)
    const flushed = Promise.all([autosave.flush(), autosave.flush()])
    releaseFirst()
    const releaseSecond = server.hold()
    await settle()
    edit({ summary: 'ab' }, post.id)
    await clock.advance(1000)
    expect(server.requests).toHaveLength(2)
    releaseSecond()
    await flushed
    await clock.advance(400)
    expect(most).toBe(1)
    expect(autosave.state.status).toBe('saved')
    expect(server.holds(editor.definition)).toBe(true)
  })

  it('tries again with growing pauses when the server is not reached, and says so', async () => {
    const { clock, server, autosave, edit } = open()
    server.failures.push(new Error('offline'), new Error('offline'))
    edit({ summary: 'a' })
    await clock.advance(400)
    expect(autosave.state).toEqual({ status: 'retrying', reason: 'offline', retryAt: 1400 })
    await clock.advance(1000)
    expect(autosave.state).toEqual({ status: 'retrying', reason: 'offline', retryAt: 3400 })
    await clock.advance(2000)
    expect(autosave.state.status).toBe('saved')
    expect(server.records.get(get.id)?.record).toMatchObject({ summary: 'a' })
  })

  it('stops at a refusal until the next edit', async () => {
    const { clock, server, autosave, edit } = open()
    server.failures.push(new SaveRefusedError('not allowed'))
    edit({ summary: 'a' })
    await clock.advance(60_000)
    expect(server.requests).toHaveLength(1)
    expect(autosave.state).toEqual({ status: 'failed', reason: 'not allowed' })
    expect(autosave.hasUnsaved).toBe(true)
    edit({ summary: 'b' })
    await clock.advance(400)
    expect(autosave.state.status).toBe('saved')
  })

  describe('when somebody else changed the same record first', () => {
    async function clash() {
      const opened = open()
      opened.edit({ summary: 'mine' })
      opened.server.change({ ...get, summary: 'theirs' })
      await opened.clock.advance(400)
      return opened
    }

    it('keeps mine in the editor and theirs in the conflict', async () => {
      const { autosave, mine } = await clash()
      expect(mine()).toMatchObject({ summary: 'mine' })
      expect(autosave.state).toMatchObject({
        status: 'conflict',
        conflicts: [
          { id: get.id, base: get, theirs: { summary: 'theirs' }, revision: 2, clashing: ['summary'] },
        ],
      })
    })

    it('goes on saving the other records', async () => {
      const { clock, server, autosave, edit } = await clash()
      edit({ summary: 'other' }, post.id)
      await clock.advance(400)
      expect(server.records.get(post.id)?.record).toMatchObject({ summary: 'other' })
      expect(server.records.get(get.id)?.record).toMatchObject({ summary: 'theirs' })
      expect(autosave.state.status).toBe('conflict')
    })

    it('saves mine over theirs only when told to', async () => {
      const { clock, server, autosave } = await clash()
      autosave.resolve(get.id, 'mine')
      await clock.advance(400)
      expect(server.records.get(get.id)).toMatchObject({ record: { summary: 'mine' }, revision: 3 })
      expect(autosave.state.status).toBe('saved')
    })

    it('takes theirs when told to', async () => {
      const { autosave, mine } = await clash()
      autosave.resolve(get.id, 'theirs')
      expect(mine()).toMatchObject({ summary: 'theirs' })
      expect(autosave.state.status).toBe('saved')
    })

    it('keeps what does not clash of both, whoever is chosen', async () => {
      for (const resolution of ['mine', 'theirs'] as const) {
        const { clock, server, autosave, edit, mine } = open()
        edit({ summary: 'mine', description: 'only mine' })
        server.change({ ...get, summary: 'theirs', operationId: 'only theirs' })
        await clock.advance(400)
        expect(autosave.state).toMatchObject({ conflicts: [{ clashing: ['summary'] }] })
        autosave.resolve(get.id, resolution)
        await clock.advance(400)
        const kept = { summary: resolution, description: 'only mine', operationId: 'only theirs' }
        expect(server.records.get(get.id)?.record).toEqual({ ...get, ...kept })
        expect(mine()).toEqual({ ...get, ...kept })
        expect(autosave.state.status).toBe('saved')
      }
    })

    it('takes of each field what was chosen of it, also that it is gone', async () => {
      const { clock, server, autosave, edit, mine } = open()
      edit({ summary: 'before', description: 'before', operationId: 'before' })
      await clock.advance(400)
      edit({ summary: 'mine', description: 'mine', operationId: undefined, deprecated: true })
      const { description: _, ...rest } = server.records.get(get.id)!.record as Method
      server.change({ ...rest, summary: 'theirs', operationId: 'theirs' })
      await clock.advance(400)
      expect(autosave.state).toMatchObject({
        conflicts: [{ clashing: ['summary', 'description', 'operationId'] }],
      })
      autosave.resolve(get.id, { summary: 'mine', description: 'theirs', operationId: 'mine' })
      await clock.advance(400)
      const kept = { ...get, summary: 'mine', deprecated: true }
      expect(server.records.get(get.id)?.record).toEqual(kept)
      expect(mine()).toEqual(kept)
      expect(autosave.state.status).toBe('saved')
    })

    it('leaves no undo step of mine that would do nothing', async () => {
      const { clock, server, editor, autosave, edit, mine } = open()
      edit({ description: 'only mine' })
      editor.run('rename', (t) => t.put({ ...(t.get(get.id) as Method), summary: 'mine' }))
      server.change({ ...get, summary: 'theirs' })
      await clock.advance(400)
      expect(editor.undoName).toBe('rename')
      autosave.resolve(get.id, 'theirs')
      expect(editor.undoName).toBe('edit')
      expect(editor.undo()).toBe('edit')
      expect(mine()).toEqual({ ...get, summary: 'theirs' })
      expect(editor.undoName).toBeNull()
    })

    it('merges by itself where the fields differ', async () => {
      const { clock, server, autosave, edit } = open()
      edit({ summary: 'mine' })
      server.change({ ...get, operationId: 'theirs' })
      await clock.advance(400)
      await clock.advance(400)
      expect(autosave.state.status).toBe('saved')
      expect(server.records.get(get.id)?.record).toEqual({ ...get, summary: 'mine', operationId: 'theirs' })
    })

    it('removed what I edit: mine can be saved again as new', async () => {
      const { clock, server, autosave, edit } = open()
      edit({ summary: 'mine' })
      server.records.delete(get.id)
      await clock.advance(400)
      expect(autosave.state).toMatchObject({ conflicts: [{ theirs: null, revision: null }] })
      autosave.resolve(get.id, 'mine')
      await clock.advance(400)
      expect(server.records.get(get.id)?.record).toMatchObject({ summary: 'mine' })
    })
  })

  describe('live changes of others', () => {
    it('are applied where nothing is unsaved, and are not undoable', async () => {
      const { server, editor, autosave, mine } = open()
      autosave.receive({
        changeId: 'x',
        version: 2,
        added: [],
        updated: [server.change({ ...get, summary: 'theirs' })],
        removed: [post.id],
      })
      expect(mine()).toMatchObject({ summary: 'theirs' })
      expect(editor.definition.has(post.id)).toBe(false)
      expect(editor.undoName).toBeNull()
      expect(autosave.state.status).toBe('saved')
    })

    it('become a conflict where the record has unsaved edits', () => {
      const { server, autosave, edit, mine } = open()
      edit({ summary: 'mine' })
      autosave.receive({
        changeId: 'x',
        version: 2,
        added: [],
        updated: [server.change({ ...get, summary: 'theirs' })],
        removed: [],
      })
      expect(mine()).toMatchObject({ summary: 'mine' })
      expect(autosave.state.status).toBe('conflict')
    })

    it('tell whose change a conflict is with, also when the save is refused for it', async () => {
      const { clock, server, autosave, edit } = open()
      edit({ summary: 'mine' })
      const theirs = server.change({ ...get, summary: 'theirs' })
      autosave.receive({ changeId: 'x', version: 2, by: 'Bob', added: [], updated: [theirs], removed: [] })
      expect(autosave.state).toMatchObject({ conflicts: [{ by: 'Bob' }] })
      autosave.resolve(get.id, 'mine')
      server.change({ ...get, summary: 'theirs again' })
      await clock.advance(400)
      expect(autosave.state).toMatchObject({ status: 'conflict' })
      autosave.receive({
        changeId: 'y',
        version: 3,
        by: 'Eve',
        added: [],
        updated: [{ record: { ...get, summary: 'theirs again' }, revision: 3 }],
        removed: [],
      })
      expect(autosave.state).toMatchObject({ conflicts: [{ by: 'Eve' }] })
    })

    it('are told with who made them, what was merged as well, and what oneself made elsewhere is not', async () => {
      const { clock, server, autosave, edit } = open()
      const told: unknown[] = []
      autosave.onTheirs(({ from, to, by }) => told.push([changedFields(from, to), by]))
      const hear = (fields: Partial<Method>, by: string, isOwn: boolean) => {
        const updated = [server.change({ ...(server.records.get(get.id)!.record as Method), ...fields })]
        autosave.receive({
          changeId: by,
          version: server.draft.version,
          by,
          isOwn,
          added: [],
          updated,
          removed: [],
        })
      }
      edit({ summary: 'mine' })
      hear({ operationId: 'theirs' }, 'Bob', false)
      hear({ description: 'from my other tab' }, 'Me', true)
      hear({ summary: 'a conflict' }, 'Bob', false)
      autosave.resolve(get.id, 'theirs')
      await clock.advance(400)
      expect(told).toEqual([[['operationId'], 'Bob']])
    })

    it('are told with who made them when the save under way is refused for them', async () => {
      const { clock, server, autosave, edit } = open()
      const told: unknown[] = []
      autosave.onTheirs(({ from, to, by }) => told.push([changedFields(from, to), by]))
      const save = server.save.bind(server)
      let isFirst = true
      server.save = async (request) => {
        await Promise.resolve()
        if (isFirst) {
          isFirst = false
          const updated = [server.change({ ...get, operationId: 'theirs' })]
          autosave.receive({ changeId: 'x', version: 2, by: 'Bob', added: [], updated, removed: [] })
        }
        return save(request)
      }
      edit({ summary: 'mine' })
      await clock.advance(1000)
      expect(autosave.state.status).toBe('saved')
      expect(told).toEqual([[['operationId'], 'Bob']])
    })

    it('are ignored when they are the echo of an own save or older than what is held', async () => {
      const { clock, autosave, edit, mine } = open()
      edit({ summary: 'a' })
      await clock.advance(400)
      edit({ summary: 'b' })
      const echo = { record: { ...get, summary: 'a' }, revision: 2 }
      autosave.receive({ changeId: 'change-1', version: 2, added: [], updated: [echo], removed: [] })
      autosave.receive({
        changeId: 'other',
        version: 2,
        added: [],
        updated: [{ record: get, revision: 1 }],
        removed: [],
      })
      expect(mine()).toMatchObject({ summary: 'b' })
      expect(autosave.state.status).toBe('saving')
    })

    it('that arrive during a save wait for its answer', async () => {
      const { clock, server, autosave, edit, mine } = open()
      const release = server.hold()
      edit({ summary: 'mine' })
      await clock.advance(400)
      autosave.receive({
        changeId: 'x',
        version: 2,
        added: [],
        updated: [{ record: { ...get, summary: 'theirs' }, revision: 3 }],
        removed: [],
      })
      expect(mine()).toMatchObject({ summary: 'mine' })
      release()
      await settle()
      expect(mine()).toMatchObject({ summary: 'theirs' })
      expect(autosave.state.status).toBe('saved')
    })

    it('that were missed come in with a reload', async () => {
      const { server, autosave, editor, mine } = open()
      server.change({ ...get, summary: 'theirs' })
      server.remove(post.id)
      await autosave.catchUp(async () => server.draft)
      expect(mine()).toMatchObject({ summary: 'theirs' })
      expect(editor.definition.has(post.id)).toBe(false)
    })

    it('that a reload is too old to know stay: what was added does, what was removed is gone', async () => {
      const { server, autosave, editor, mine } = open()
      const added = { ...post, id: 'met_new' }
      await autosave.catchUp(async () => {
        const before = server.draft
        autosave.receive({
          changeId: 'x',
          added: [server.change(added)],
          updated: [server.change({ ...get, summary: 'theirs' })],
          removed: [],
          version: before.version + 2,
        })
        const version = server.remove(post.id)
        autosave.receive({ changeId: 'y', added: [], updated: [], removed: [post.id], version })
        return before
      })
      expect(mine()).toMatchObject({ summary: 'theirs' })
      expect(editor.definition.has(added.id)).toBe(true)
      expect(editor.definition.has(post.id)).toBe(false)
      expect(autosave.state.status).toBe('saved')
      expect(server.holds(editor.definition)).toBe(true)
    })

    it('that a reload is too old to know stay: what was saved here meanwhile does', async () => {
      const { clock, server, autosave, editor } = open()
      await autosave.catchUp(async () => {
        const before = server.draft
        editor.run('add', (t) => t.put({ ...post, id: 'met_new' }))
        editor.run('remove', (t) => t.remove(post.id))
        await clock.advance(1000)
        return before
      })
      expect(editor.definition.has('met_new')).toBe(true)
      expect(editor.definition.has(post.id)).toBe(false)
      expect(server.holds(editor.definition)).toBe(true)
    })

    it('that are told in another order than they were made leave the newest', () => {
      const { server, autosave, editor } = open()
      const added = server.change({ ...post, id: 'met_new' })
      const version = server.remove('met_new')
      autosave.receive({ changeId: 'y', added: [], updated: [], removed: ['met_new'], version })
      autosave.receive({ changeId: 'x', added: [added], updated: [], removed: [], version: version - 1 })
      expect(server.holds(editor.definition)).toBe(true)
    })

    it('are not read where nothing changed since', async () => {
      const { autosave, editor } = open()
      const before = editor.version
      await autosave.catchUp(async () => null)
      expect(editor.version).toBe(before)
    })
  })

  describe('when the answer to a save is lost', () => {
    /** The server saves, tells of it as it does, and the answer does not come back. */
    function losing(opened: ReturnType<typeof open>, isTold: boolean) {
      const { server, autosave } = opened
      const save = server.save.bind(server)
      let isLost = false
      server.save = async (request) => {
        const { version, revisions } = await save(request)
        const revisioned = (record: Method) => ({ record, revision: revisions[record.id]! })
        if (isTold)
          autosave.receive({
            changeId: request.changeId,
            by: 'me',
            version,
            added: request.added.map((record) => revisioned(record as Method)),
            updated: request.updated.map(({ record }) => revisioned(record as Method)),
            removed: request.removed.map(({ id }) => id),
          })
        if (isLost) return { version, revisions }
        isLost = true
        throw new Error('The connection was lost.')
      }
      return opened
    }

    it.each([true, false])('typing on is no conflict with oneself (told of it live: %s)', async (isTold) => {
      const { clock, server, editor, autosave, edit } = losing(open(), isTold)
      edit({ summary: 'a' })
      await clock.advance(400)
      edit({ summary: 'ab' })
      await clock.advance(5000)
      expect(autosave.state.status).toBe('saved')
      expect(server.records.get(get.id)?.record).toMatchObject({ summary: 'ab' })
      expect(server.holds(editor.definition)).toBe(true)
    })

    it('an edit that is undone meanwhile is undone on the server, too', async () => {
      const { clock, server, editor, autosave, edit } = losing(open(), true)
      edit({ summary: 'a' })
      await clock.advance(400)
      editor.undo()
      await clock.advance(5000)
      expect(autosave.state.status).toBe('saved')
      expect(server.records.get(get.id)?.record).toEqual(get)
      expect(server.holds(editor.definition)).toBe(true)
    })

    it('what was removed, added and removed again ends as it is here', async () => {
      const { clock, server, editor, autosave } = losing(open(), true)
      editor.run('remove', (t) => t.remove(post.id))
      editor.run('add', (t) => t.put({ ...post, id: 'met_new' }))
      await clock.advance(400)
      editor.undo()
      editor.undo()
      await clock.advance(5000)
      expect(autosave.state.status).toBe('saved')
      expect(server.holds(editor.definition)).toBe(true)
    })

    it('what somebody else made of it is merged from what was saved', async () => {
      const opened = losing(open(), true)
      const { clock, server, autosave, edit } = opened
      edit({ summary: 'a' })
      await clock.advance(400)
      edit({ summary: 'ab' })
      const theirs = server.change({ ...get, summary: 'a', operationId: 'theirs' })
      autosave.receive({ changeId: 'x', by: 'Bob', added: [], updated: [theirs], removed: [], version: 3 })
      await clock.advance(5000)
      expect(autosave.state.status).toBe('saved')
      expect(server.records.get(get.id)?.record).toEqual({ ...get, summary: 'ab', operationId: 'theirs' })
    })
  })

  it('two editors on one draft end up equal and lose nothing, whatever they do (different records)', async () => {
    const action = fc.record({
      who: fc.boolean(),
      summary: fc.nat(9),
      wait: fc.constantFrom(0, 100, 400, 800),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 20 }), async (actions) => {
        const clock = new ManualClock()
        const server = new FakeDraftServer([root, get, post])
        const pair = [get.id, post.id].map((id, at) => {
          const editor = new Editor(server.loaded.map((entry) => entry.record))
          let changes = 0
          const createChangeId = () => `${at}-${++changes}`
          const autosave = new Autosave({
            editor,
            transport: server,
            loaded: server.loaded,
            clock,
            createChangeId,
          })
          return { id, editor, autosave }
        })
        const expected = new Map<string, string>()
        for (const { who, summary, wait } of actions) {
          const { id, editor } = pair[who ? 0 : 1]!
          editor.run('edit', (t) => t.put({ ...(t.get(id) as Method), summary: String(summary) }))
          expected.set(id, String(summary))
          await clock.advance(wait)
        }
        await clock.advance(2000)
        for (const { autosave, editor } of pair) {
          await autosave.catchUp(async () => server.draft)
          expect(autosave.state.status).toBe('saved')
          expect(server.holds(editor.definition)).toBe(true)
          for (const [id, summary] of expected) expect(editor.definition.get(id)).toMatchObject({ summary })
        }
      }),
      { numRuns: 50 },
    )
  })
})
