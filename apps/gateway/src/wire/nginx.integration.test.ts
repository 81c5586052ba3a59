import { expect, test } from 'vitest'
import { inSlots, NginxPairs } from './differential.fixture.ts'
import { isWithoutNginx } from './nginx.fixture.ts'
import { smugglingAttempts } from './smuggling.fixture.ts'

const slots = 48

// The tricks of smuggling.integration.test.ts.
test.skipIf(isWithoutNginx)('what nginx takes as well reads the same, tricks included', async () => {
  await using readers = await NginxPairs.start(slots)
  const wrong: string[] = []
  let same = 0
  await inSlots(slots, smugglingAttempts().values(), async (slot, { name, bytes }) => {
    const { own, seen, difference } = await readers.compare(slot, bytes)
    same += Math.min(own.seen.length, seen.length)
    if (difference !== null) wrong.push(`${name}: ${difference}`)
  })
  expect(wrong).toEqual([])
  expect(same).toBeGreaterThan(20)
})
