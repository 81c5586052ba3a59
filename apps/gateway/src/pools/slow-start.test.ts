import { describe, expect, test } from 'vitest'
import { ConsistentHash } from './consistent-hash.ts'
import { assumedHealth } from './health.ts'
import { LeastConnections } from './least-connections.ts'
import { Member } from './member.ts'
import { RoundRobin } from './round-robin.ts'
import { grownShare } from './slow-start.ts'
import { Target } from './target.ts'

const overMs = 10_000

test.each([
  [0, 0.1],
  [1_000, 0.1],
  [2_500, 0.25],
  [9_999, 0.9999],
  [10_000, 1],
  [60_000, 1],
])('after %d ms of 10000 a target gets %d of its share', (elapsed, share) => {
  expect(grownShare(elapsed, overMs)).toBe(share)
})

function member(name: string, knownSince: number): Member {
  const target = new Target('orders', 'shop', `http://${name}`, knownSince)
  return new Member({
    target,
    weight: 4,
    isBackup: false,
    isEjectable: true,
    slowStartMs: overMs,
    check: null,
  })
}

describe.each([
  ['round robin', new RoundRobin()],
  ['least connections', new LeastConnections()],
  ['consistent hash', new ConsistentHash()],
])('%s', (_, balancer) => {
  test.each([
    [0, 1 / 11],
    [5_000, 1 / 3],
    [10_000, 1 / 2],
  ])('gives a target that is new since %d ms its grown share of calls', (elapsed, share) => {
    const members = [member('old', 0), member('new', 100_000)]
    for (const each of members) each.grow(100_000 + elapsed)
    let calls = 0
    for (let i = 0; i < 6_600; i++) if (balancer.pick(members, `user-${i}`) === members[1]) calls += 1
    expect(Math.abs(calls / 6_600 - share)).toBeLessThan(0.02)
  })
})

test('a target that is back since its trial went well grows from then', () => {
  const back = member('back', 0)
  back.target.standing = { ...back.target.standing, backSince: 50_000 }
  back.grow(55_000)
  expect(back.weight).toBe(2)
})

test('a target that is healthy again grows from then', () => {
  const target = new Target('orders', 'shop', 'http://back', 0)
  const options = { target, weight: 4, isBackup: false, isEjectable: false, slowStartMs: overMs }
  const back = new Member({ ...options, check: { health: assumedHealth(50_000) } })
  back.grow(55_000)
  expect(back.weight).toBe(2)
})
