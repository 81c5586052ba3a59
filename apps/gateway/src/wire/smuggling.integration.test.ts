import { expect, test } from 'vitest'
import { bothSeen, inSlots, Readers } from './differential.fixture.ts'
import { smugglingAttempts } from './smuggling.fixture.ts'

const slots = 48

test('no trick lets two requests through where one was meant, and what node:http takes as well reads the same', async () => {
  const attempts = smugglingAttempts()
  expect(attempts.length).toBeGreaterThan(150)
  await using own = await Readers.start('own', slots)
  await using node = await Readers.start('node', slots)
  const wrong: string[] = []
  await inSlots(slots, attempts.values(), async (slot, { name, bytes }) => {
    const [read, other] = await Promise.all([own.read(slot, [bytes]), node.read(slot, [bytes])])
    if (read.seen.some(({ target }) => target === '/evil') || read.answers.endsWith('/evil'))
      wrong.push(`let through: ${name}`)
    for (const [ours, theirs] of bothSeen(read, other))
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) wrong.push(`read otherwise: ${name}`)
  })
  expect(wrong).toEqual([])
})
