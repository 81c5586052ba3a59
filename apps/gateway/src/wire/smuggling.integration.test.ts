import { expect, test } from 'vitest'
import { inSlots, ReaderPairs } from './differential.fixture.ts'
import { smugglingAttempts } from './smuggling.fixture.ts'

const slots = 48

test('no trick lets two requests through where one was meant, and what node:http takes as well reads the same', async () => {
  const attempts = smugglingAttempts()
  expect(attempts.length).toBeGreaterThan(150)
  await using readers = await ReaderPairs.start(slots)
  const wrong: string[] = []
  await inSlots(slots, attempts.values(), async (slot, { name, bytes }) => {
    const { own: read, difference } = await readers.compare(slot, [bytes])
    if (read.seen.some(({ target }) => target === '/evil') || read.answers.endsWith('/evil'))
      wrong.push(`let through: ${name}`)
    if (difference !== null) wrong.push(`read otherwise: ${name}: ${difference}`)
  })
  expect(wrong).toEqual([])
})
