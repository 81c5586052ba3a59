import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildManifest, compareManifests, updateManifest } from './snapshot.ts'

const hashes = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.constantFrom('h1', 'h2', 'h3'), {
  maxKeys: 40,
})
const build = (entries: Record<string, string>) => buildManifest(Object.entries(entries))

test('S2 updating a manifest equals building it anew', () => {
  fc.assert(
    fc.property(hashes, hashes, fc.array(fc.stringMatching(/^[a-z]{1,3}$/)), (start, set, unset) => {
      const changes = new Map<string, string | undefined>([
        ...Object.entries(set),
        ...unset.map((id) => [id, undefined] as const),
      ])
      const end = new Map([...Object.entries(start), ...changes])
      const kept = [...end].filter((entry): entry is [string, string] => entry[1] !== undefined)
      expect(updateManifest(build(start), changes)).toEqual(buildManifest(kept))
    }),
  )
})

test('S3 comparing manifests equals comparing entry by entry', () => {
  fc.assert(
    fc.property(hashes, hashes, (from, to) => {
      const change = compareManifests(build(from), build(to))
      const naive = {
        added: Object.keys(to).filter((id) => !(id in from)),
        updated: Object.keys(to).filter((id) => id in from && from[id] !== to[id]),
        removed: Object.keys(from).filter((id) => !(id in to)),
      }
      expect(change.added.toSorted()).toEqual(naive.added.sort())
      expect(change.updated.toSorted()).toEqual(naive.updated.sort())
      expect(change.removed.toSorted()).toEqual(naive.removed.sort())
    }),
  )
})

test('S4 equal content has an equal root, whatever the order', () => {
  fc.assert(
    fc.property(hashes, (entries) => {
      const backwards = buildManifest(Object.entries(entries).reverse())
      expect(backwards.root).toBe(build(entries).root)
    }),
  )
})

test('S1 one changed record changes the root and one bucket', () => {
  const before = build(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`met_${i}`, 'h'])))
  const after = updateManifest(before, new Map([['met_7', 'other']]))
  expect(after.root).not.toBe(before.root)
  const touched = [...after.buckets].filter(
    ([number, bucket]) => before.buckets.get(number)?.hash !== bucket.hash,
  )
  expect(touched).toHaveLength(1)
})
