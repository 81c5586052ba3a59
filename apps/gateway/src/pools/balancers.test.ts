import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate } from './balancer.ts'
import { ConsistentHash } from './consistent-hash.ts'
import { LeastConnections } from './least-connections.ts'
import { RoundRobin } from './round-robin.ts'

const weights = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 })

function candidates(shares: readonly number[]): Candidate[] {
  return shares.map((weight, at) => ({ origin: `http://10.0.0.${at}:8080`, weight, active: 0 }))
}

describe('round robin', () => {
  test('gives each target exactly its weight in every round, wherever the round begins', () => {
    fc.assert(
      fc.property(weights, fc.nat(50), (shares, skipped) => {
        const targets = candidates(shares)
        const balancer = new RoundRobin()
        for (let i = 0; i < skipped; i++) balancer.pick(targets)
        const round = shares.reduce((sum, weight) => sum + weight, 0)
        const counts = new Map<Candidate, number>()
        for (let i = 0; i < round; i++) {
          const picked = balancer.pick(targets)
          counts.set(picked, (counts.get(picked) ?? 0) + 1)
        }
        expect(targets.map((target) => counts.get(target) ?? 0)).toEqual(shares)
      }),
    )
  })

  test('does not call a heavy target many times in a row while others wait', () => {
    const targets = candidates([5, 1, 1])
    const balancer = new RoundRobin()
    const order = Array.from({ length: 7 }, () => targets.indexOf(balancer.pick(targets))).join('')
    expect(order).toBe('0010200')
  })
})

test('least connections never picks a target that is busier for its weight than another', () => {
  const busy = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 20 }), active: fc.nat(100) }), {
    minLength: 1,
    maxLength: 8,
  })
  const balancer = new LeastConnections()
  fc.assert(
    fc.property(busy, (loads) => {
      const targets = loads.map((load, at) => ({ origin: String(at), ...load }))
      const picked = balancer.pick(targets)
      const load = picked.active / picked.weight
      for (const { active, weight } of targets) expect(load).toBeLessThanOrEqual(active / weight)
    }),
  )
})

test('least connections lets targets that are equally busy take turns', () => {
  const targets = candidates([1, 1, 1])
  const balancer = new LeastConnections()
  const picked = Array.from({ length: 6 }, () => targets.indexOf(balancer.pick(targets)))
  expect(picked).toEqual([0, 1, 2, 0, 1, 2])
})

describe('consistent hash', () => {
  const keys = Array.from({ length: 20_000 }, (_, at) => `user-${at}`)
  const balancer = new ConsistentHash()

  test('moves no key but those of the target that leaves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), fc.array(fc.string()), (count, out, some) => {
        const targets = candidates(Array.from({ length: count }, () => 1))
        const gone = targets[out % count]
        const rest = targets.filter((target) => target !== gone)
        const moved = some.filter((key) => balancer.pick(targets, key) !== balancer.pick(rest, key))
        expect(moved).toEqual(some.filter((key) => balancer.pick(targets, key) === gone))
      }),
    )
  })

  test.each([[[1, 1, 1, 1, 1]], [[1, 2, 5]]])('gives targets of weights %j their share of keys', (shares) => {
    const targets = candidates(shares)
    const total = shares.reduce((sum, weight) => sum + weight, 0)
    const counts = targets.map(() => 0)
    for (const key of keys) counts[targets.indexOf(balancer.pick(targets, key))]! += 1
    for (const [at, weight] of shares.entries()) {
      const share = counts[at]! / keys.length
      expect(Math.abs(share - weight / total)).toBeLessThan(0.02)
    }
  })

  test('spreads the keys of a target that leaves over all others', () => {
    const targets = candidates([1, 1, 1, 1])
    const [gone, ...rest] = targets
    const moved = keys.filter((key) => balancer.pick(targets, key) === gone)
    for (const target of rest) {
      const share = moved.filter((key) => balancer.pick(rest, key) === target).length / moved.length
      expect(Math.abs(share - 1 / 3)).toBeLessThan(0.04)
    }
  })
})
