import { type ApiRecord, definitionOf, type Resource } from '@penstock/model'
import { expect, test } from 'vitest'
import { differing } from '../../../designer/differing.ts'
import { applyDifference } from './apply-difference.ts'

const resource = (id: string, pathPart: string): Resource => ({
  kind: 'resource',
  id,
  parent: null,
  pathPart,
})

test('stepping from one version to another changes what differs, and the rest are the same objects', () => {
  const [kept, old, gone]: ApiRecord[] = [resource('a', 'a'), resource('b', 'b'), resource('c', 'c')]
  const [changed, added]: ApiRecord[] = [resource('b', 'bees'), resource('d', 'd')]
  const before = definitionOf([kept!, old!, gone!])
  const after = applyDifference(before, [changed!, added!], [gone!])
  expect([...after.values()]).toEqual([kept, changed, added])
  expect(after.get('a')).toBe(kept)
  expect([...before.values()]).toEqual([kept, old, gone])
  // And only that is laid out again.
  expect([...differing(before, after)]).toEqual([
    ['c', null],
    ['b', changed],
    ['d', added],
  ])
})
