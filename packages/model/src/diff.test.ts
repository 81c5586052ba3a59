import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDefinition } from './arbitrary.fixture.ts'
import {
  applyDiff,
  type Definition,
  diffDefinitions,
  diffSize,
  emptyDiff,
  isEmptyDiff,
  type RecordsDiff,
  reverseDiff,
  sameRecord,
  squashDiffs,
} from './index.ts'

test('D1 a diff holds exactly the records that differ in meaning', () => {
  fc.assert(
    fc.property(anyDefinition, anyDefinition, (a, b) => {
      const diff = diffDefinitions(a, b)
      const ids = [...Object.keys(diff.added), ...Object.keys(diff.updated), ...Object.keys(diff.removed)]
      const differ = [...new Set([...a.keys(), ...b.keys()])].filter((id) => !same(a, b, id))
      expect(ids.sort()).toEqual(differ.sort())
      expect(diffSize(diff)).toBe(differ.length)
      expect(isEmptyDiff(diff)).toBe(differ.length === 0)
    }),
  )
})

test('D2 applying the diff from a to b to a gives what b means, and leaves a alone', () => {
  fc.assert(
    fc.property(anyDefinition, anyDefinition, (a, b) => {
      const copy = new Map(a)
      expectSame(applyDiff(a, diffDefinitions(a, b)), b)
      expect([...a]).toEqual([...copy])
    }),
  )
})

test('D3 applying a diff and then its reverse is identity', () => {
  fc.assert(
    fc.property(anyDefinition, anyDefinition, (a, b) => {
      const diff = diffDefinitions(a, b)
      expectSame(applyDiff(applyDiff(a, diff), reverseDiff(diff)), a)
      expect(reverseDiff(reverseDiff(diff))).toEqual(diff)
    }),
  )
})

test('D4 squashing equals applying in order, and holds nothing that cancels out', () => {
  fc.assert(
    fc.property(anyDefinition, fc.array(anyDefinition, { maxLength: 5 }), (start, stops) => {
      const diffs: RecordsDiff[] = []
      let current: Definition = start
      for (const stop of stops) {
        diffs.push(diffDefinitions(current, stop))
        current = stop
      }
      const squashed = squashDiffs(diffs)
      expectSame(applyDiff(start, squashed), current)
      expect(diffSize(squashed)).toBe(diffSize(diffDefinitions(start, current)))
    }),
  )
})

test('D4 squashing a diff with its reverse leaves nothing', () => {
  fc.assert(
    fc.property(anyDefinition, anyDefinition, (a, b) => {
      const diff = diffDefinitions(a, b)
      expect(squashDiffs([diff, reverseDiff(diff)])).toEqual(emptyDiff)
    }),
  )
})

test('D5 the order of records means nothing', () => {
  fc.assert(
    fc.property(anyDefinition, (a) => {
      expect(isEmptyDiff(diffDefinitions(a, new Map([...a].reverse())))).toBe(true)
    }),
  )
})

test('D6 __proto__ and constructor are ids like others', () => {
  for (const id of ['__proto__', 'constructor', 'toString']) {
    const a = new Map([[id, { kind: 'upstream', id, name: 'a', url: 'http://a' } as const]])
    const diff = diffDefinitions(new Map(), a)
    expect(Object.keys(diff.added)).toEqual([id])
    expectSame(applyDiff(new Map(), squashDiffs([diff])), a)
  }
})

function same(a: Definition, b: Definition, id: string): boolean {
  const [x, y] = [a.get(id), b.get(id)]
  return x !== undefined && y !== undefined ? sameRecord(x, y) : x === y
}

function expectSame(a: Definition, b: Definition) {
  expect([...a.keys()].sort()).toEqual([...b.keys()].sort())
  for (const id of a.keys()) expect(same(a, b, id), id).toBe(true)
}
