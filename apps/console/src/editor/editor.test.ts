import { type ApiRecord, definitionOf, type Method, type Resource, sameRecord } from '@penstock/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Editor } from './editor.ts'

const root: Resource = { kind: 'resource', id: 'res_root', parent: null, pathPart: '' }
const get: Method = { kind: 'method', id: 'met_a', resource: root.id, httpMethod: 'GET' }

const rename = (editor: Editor, summary: string, mergeKey?: string) =>
  editor.run('rename', (t) => t.put({ ...(t.get(get.id) as Method), summary }), mergeKey ? { mergeKey } : {})

describe('Editor', () => {
  it('collects one diff from a run and takes it back as one step', () => {
    const editor = new Editor([root])
    editor.run('add method', (t) => {
      t.put(get)
      t.put({ ...get, summary: 'list' })
    })
    expect(editor.undoName).toBe('add method')
    editor.undo()
    expect([...editor.definition.keys()]).toEqual([root.id])
    expect(editor.redoName).toBe('add method')
    editor.redo()
    expect(editor.definition.get(get.id)).toMatchObject({ summary: 'list' })
  })

  it('does nothing at all when a run throws', () => {
    const editor = new Editor([root])
    expect(() =>
      editor.run('broken', (t) => {
        t.put(get)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(editor.definition.size).toBe(1)
    expect(editor.undoName).toBeNull()
  })

  it('makes typing in one field one step, and the next field another', () => {
    const editor = new Editor([root, get])
    rename(editor, 'a', 'summary')
    rename(editor, 'ab', 'summary')
    editor.separate()
    rename(editor, 'abc', 'summary')
    editor.undo()
    expect(editor.definition.get(get.id)).toMatchObject({ summary: 'ab' })
    editor.undo()
    expect(editor.definition.get(get.id)).toBe(get)
  })

  it('leaves no step behind where a change was typed back', () => {
    const editor = new Editor([root, get])
    rename(editor, 'a', 'summary')
    editor.run('rename', (t) => t.put(get), { mergeKey: 'summary' })
    expect(editor.undoName).toBeNull()
  })

  it('makes a drag one step and a cancelled drag none', () => {
    const editor = new Editor([root, get])
    const drag = editor.beginGesture('move')
    for (let x = 1; x <= 50; x++) editor.run('move', (t) => t.place(get.id, { x, y: 0 }))
    editor.endGesture(drag)
    expect(editor.positions.get(get.id)).toEqual({ x: 50, y: 0 })
    editor.undo()
    expect(editor.positions.has(get.id)).toBe(false)
    const cancelled = editor.beginGesture('move')
    editor.run('move', (t) => t.place(get.id, { x: 9, y: 9 }))
    editor.bailToMark(cancelled)
    expect(editor.positions.has(get.id)).toBe(false)
    expect(editor.undoName).toBeNull()
  })

  it('takes a drag back while it goes on, and begins nothing anew with what is left of it', () => {
    const editor = new Editor([root, get])
    rename(editor, 'before')
    const drag = editor.beginGesture('move')
    const moveTo = (x: number) => {
      if (editor.hasGesture(drag)) editor.run('move', (t) => t.place(get.id, { x, y: 0 }))
    }
    moveTo(1)
    moveTo(2)
    editor.undo()
    moveTo(3)
    editor.endGesture(drag)
    expect(editor.positions.has(get.id)).toBe(false)
    expect(editor.undoName).toBe('rename')
    editor.redo()
    expect(editor.positions.get(get.id)).toEqual({ x: 2, y: 0 })
  })

  it('redoes nothing into a gesture that was just begun', () => {
    const editor = new Editor([root, get])
    rename(editor, 'a')
    editor.undo()
    const drag = editor.beginGesture('move')
    editor.redo()
    expect(editor.hasGesture(drag)).toBe(false)
    editor.run('move', (t) => t.place(get.id, { x: 1, y: 0 }))
    editor.undo()
    expect(editor.get(get.id)).toMatchObject({ summary: 'a' })
  })

  it('keeps the last 300 steps', () => {
    const editor = new Editor([root, get])
    for (let at = 1; at <= 310; at++) rename(editor, String(at))
    let undone = 0
    while (editor.undo() !== null) undone++
    expect(undone).toBe(300)
    expect(editor.get(get.id)).toMatchObject({ summary: '10' })
  })

  it('never undoes what somebody else did', () => {
    const editor = new Editor([root, get])
    rename(editor, 'mine')
    editor.applyRemote((t) => t.put({ ...(t.get(get.id) as Method), operationId: 'theirs' }))
    editor.undo()
    expect(editor.definition.get(get.id)).toEqual({ ...get, operationId: 'theirs' })
    editor.redo()
    expect(editor.definition.get(get.id)).toEqual({ ...get, operationId: 'theirs', summary: 'mine' })
  })

  it('keeps a record that was added here and changed by somebody else, when the adding is undone', () => {
    const editor = new Editor([root])
    editor.run('add', (t) => t.put(get))
    editor.applyRemote((t) => t.put({ ...get, summary: 'theirs' }))
    editor.undo()
    expect(editor.definition.get(get.id)).toMatchObject({ summary: 'theirs' })
  })

  it('keeps what somebody else wrote between two characters of a field, when the typing is undone', () => {
    const editor = new Editor([root, get])
    rename(editor, 'a', 'summary')
    editor.applyRemote((t) => t.put({ ...(t.get(get.id) as Method), description: 'theirs' }))
    rename(editor, 'ab', 'summary')
    rename(editor, 'abc', 'summary')
    editor.undo()
    expect(editor.get(get.id)).toEqual({ ...get, summary: 'a', description: 'theirs' })
    editor.undo()
    expect(editor.get(get.id)).toEqual({ ...get, description: 'theirs' })
    expect(editor.undoName).toBeNull()
  })

  it('goes on typing one step where somebody else changed another record', () => {
    const editor = new Editor([root, get])
    rename(editor, 'a', 'summary')
    editor.applyRemote((t) => t.put({ ...root, pathPart: 'theirs' }))
    rename(editor, 'ab', 'summary')
    editor.undo()
    expect(editor.get(get.id)).toEqual(get)
  })

  it('leaves a node where somebody else moved it, when the own move is undone', () => {
    const editor = new Editor([root, get])
    editor.run('move', (t) => t.place(get.id, { x: 1, y: 1 }))
    editor.placeRemote({ [get.id]: { x: 2, y: 2 } })
    editor.undo()
    expect(editor.positions.get(get.id)).toEqual({ x: 2, y: 2 })
  })

  it('drops what no longer exists from the selection', () => {
    const editor = new Editor([root, get])
    editor.selection.set([root.id, get.id])
    editor.run('delete', (t) => t.remove(get.id))
    expect(editor.selection.ids).toEqual([root.id])
  })
})

type Step =
  | { do: 'put'; id: number; summary: number }
  | { do: 'remove'; id: number }
  | { do: 'place'; id: number; x: number }
  | { do: 'undo' }
  | { do: 'redo' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('put' as const), id: fc.nat(5), summary: fc.nat(3) }),
  fc.record({ do: fc.constant('remove' as const), id: fc.nat(5) }),
  fc.record({ do: fc.constant('place' as const), id: fc.nat(5), x: fc.nat(3) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
)

function perform(editor: Editor, action: Step): void {
  if (action.do === 'undo') editor.undo()
  else if (action.do === 'redo') editor.redo()
  else
    editor.run(action.do, (t) => {
      const id = `met_${action.id}`
      if (action.do === 'put') t.put({ ...get, id, summary: String(action.summary) })
      else if (action.do === 'remove') t.remove(id)
      else t.place(id, action.x === 0 ? null : { x: action.x, y: 0 })
    })
}

function state(editor: Editor): string {
  const records = [...editor.definition.values()].sort((a, b) => a.id.localeCompare(b.id))
  const positions = [...editor.positions].sort(([a], [b]) => a.localeCompare(b))
  return JSON.stringify([records, positions])
}

function undoAll(editor: Editor): void {
  while (editor.undoName !== null) editor.undo()
}

describe('history, for any sequence of runs, undos and redos', () => {
  const start: ApiRecord[] = [root, { ...get, id: 'met_0' }, { ...get, id: 'met_1', summary: '1' }]

  it('undoing everything leads back to the definition it began with', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const editor = new Editor(start)
        const before = state(editor)
        for (const action of steps) perform(editor, action)
        undoAll(editor)
        expect(state(editor)).toBe(before)
      }),
    )
  })

  it('redoing everything leads back to where it was', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const editor = new Editor(start)
        for (const action of steps) perform(editor, action)
        while (editor.redoName !== null) editor.redo()
        const end = state(editor)
        undoAll(editor)
        while (editor.redoName !== null) editor.redo()
        expect(state(editor)).toBe(end)
      }),
    )
  })

  it('a listener that applies every diff holds the same definition', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const editor = new Editor(start)
        const mirror = new Map(definitionOf(start))
        editor.onRecords(({ diff }) => {
          for (const id of Object.keys(diff.removed)) mirror.delete(id)
          for (const [id, record] of Object.entries(diff.added)) mirror.set(id, record)
          for (const [id, [, to]] of Object.entries(diff.updated)) mirror.set(id, to)
        })
        for (const action of steps) perform(editor, action)
        expect(mirror.size).toBe(editor.definition.size)
        for (const [id, record] of mirror) expect(sameRecord(record, editor.definition.get(id)!)).toBe(true)
      }),
    )
  })
})

type Shared =
  | { do: 'write'; id: number; summary: number; key: number }
  | { do: 'remove' | 'move' | 'theirWrite' | 'theirRemove' | 'theirMove'; id: number }
  | { do: 'begin' | 'end' | 'bail' | 'undo' | 'redo' }

const shared: fc.Arbitrary<Shared> = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    id: fc.nat(3),
    summary: fc.nat(3),
    key: fc.nat(1),
  }),
  fc.record({
    do: fc.constantFrom('remove', 'move', 'theirWrite', 'theirRemove', 'theirMove'),
    id: fc.nat(3),
  }),
  fc.record({ do: fc.constantFrom('begin', 'end', 'bail', 'undo', 'redo', 'undo', 'undo') }),
)

/**
 * Two people in one API: I write summaries, they write descriptions, both remove and move. Every text and place of theirs
 * is one that was never there before, so that it is known again.
 */
class SharedEditing {
  readonly editor: Editor
  readonly #theirs = new Map<string, { description?: string; x?: number; isGone?: boolean }>()
  #theirWrites = 0
  #myMoves = 0
  #gesture: number | null = null

  constructor(records: readonly ApiRecord[]) {
    this.editor = new Editor(records)
  }

  perform(action: Shared): void {
    const { editor } = this
    if ('id' in action) this.#change(action, `met_${action.id}`)
    else if (action.do === 'undo') editor.undo()
    else if (action.do === 'redo') editor.redo()
    else if (action.do === 'begin') this.#gesture ??= editor.beginGesture('gesture')
    else if (this.#gesture !== null) {
      if (action.do === 'end') editor.endGesture(this.#gesture)
      else editor.bailToMark(this.#gesture)
      this.#gesture = null
    }
  }

  /** Which of what they wrote, moved and removed last is not so any more, though I did not change it since. */
  lost(): string[] {
    return [...this.#theirs].flatMap(([id, { description, x, isGone }]) => {
      const record = this.editor.get(id) as Method | undefined
      const isBack = isGone && record !== undefined
      const isOverwritten = description !== undefined && record?.description !== description
      const isMoved = x !== undefined && this.editor.positions.get(id)?.x !== x
      return isBack || isOverwritten || isMoved ? [id] : []
    })
  }

  #change(action: Exclude<Shared, { do: 'begin' | 'end' | 'bail' | 'undo' | 'redo' }>, id: string): void {
    const { editor } = this
    const theirs = this.#theirs.get(id) ?? {}
    const record = editor.get(id) as Method | undefined
    // Nobody gives a record the id of one that is gone: ids are made once.
    if (!record && (action.do !== 'write' || this.#theirs.has(id))) return
    if (action.do === 'write') {
      const mergeKey = `summary ${action.key}`
      const summary = String(action.summary)
      editor.run('write', (t) => t.put({ ...get, ...record, id, summary }), { mergeKey })
    } else if (action.do === 'remove') {
      editor.run('remove', (t) => t.remove(id))
      delete theirs.description
    } else if (action.do === 'move') {
      editor.run('move', (t) => t.place(id, { x: ++this.#myMoves, y: 0 }))
      delete theirs.x
    } else if (action.do === 'theirWrite') {
      theirs.description = `theirs ${++this.#theirWrites}`
      const { description } = theirs
      editor.applyRemote((t) => t.put({ ...record!, description } as Method))
    } else if (action.do === 'theirMove') {
      theirs.x = -++this.#theirWrites
      editor.placeRemote({ [id]: { x: theirs.x, y: 0 } })
    } else {
      editor.applyRemote((t) => t.remove(id))
      delete theirs.description
      theirs.isGone = true
    }
    this.#theirs.set(id, theirs)
  }
}

describe('history, for any sequence of own steps and those of somebody else', () => {
  const start: ApiRecord[] = [root, { ...get, id: 'met_0' }, { ...get, id: 'met_1', summary: '1' }]

  it('undo, redo and a cancelled gesture never take back what somebody else did', () => {
    fc.assert(
      fc.property(fc.array(shared, { maxLength: 40, size: 'max' }), (actions) => {
        const both = new SharedEditing(start)
        for (const action of actions) {
          both.perform(action)
          expect(both.lost()).toEqual([])
        }
        while (both.editor.undo() !== null) expect(both.lost()).toEqual([])
        while (both.editor.redo() !== null) expect(both.lost()).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('taking one step back after others', () => {
  const other: Method = { kind: 'method', id: 'met_b', resource: root.id, httpMethod: 'POST' }
  const deleted = () => {
    const editor = new Editor([root, get, other])
    editor.run('delete', (t) => t.remove(get.id))
    return { editor, mark: editor.mark! }
  }

  it('undoes it where it was the last', () => {
    const { editor, mark } = deleted()
    expect(editor.takeBack(mark)).toBe(true)
    expect(editor.get(get.id)).toBe(get)
    expect(editor.undoName).toBeNull()
    expect(editor.redoName).toBe('delete')
  })

  it('reverses only it where others came after, as a step of its own', () => {
    const { editor, mark } = deleted()
    editor.run('rename', (t) => t.put({ ...other, summary: 'later' }))
    expect(editor.takeBack(mark)).toBe(true)
    expect(editor.get(get.id)).toEqual(get)
    expect(editor.get(other.id)).toMatchObject({ summary: 'later' })
    editor.undo()
    expect(editor.get(get.id)).toBeUndefined()
  })

  it('is refused once it was undone, and where what it belongs to is gone', () => {
    const { editor, mark } = deleted()
    editor.run('delete all', (t) => {
      t.remove(other.id)
      t.remove(root.id)
    })
    expect(editor.canTakeBack(mark)).toBe(false)
    expect(editor.takeBack(mark)).toBe(false)
    editor.undo()
    expect(editor.canTakeBack(mark)).toBe(true)
    editor.undo()
    expect(editor.canTakeBack(mark)).toBe(false)
  })
})
