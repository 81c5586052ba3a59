import { expect, test } from 'vitest'
import { AnswerReader, bothSeen, inSlots, Readers } from './differential.fixture.ts'
import { answer, Dice, requests, split } from './fuzz.fixture.ts'

/** `FUZZ_SECONDS=600 FUZZ_SEED=1 npx vitest run --project integration apps/gateway/src/wire/fuzz` */
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 5)
const seed = Number(process.env['FUZZ_SEED'] ?? 20)
const slots = 48
const timeout = seconds * 1000 + 60_000

function* inputs<T>(make: (dice: Dice) => T): Generator<T> {
  const dice = new Dice(seed)
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) yield make(dice)
}

test('whatever comes, and in whatever pieces: what node:http takes as well reads the same', {
  timeout,
}, async () => {
  await using own = await Readers.start('own', slots)
  await using node = await Readers.start('node', slots)
  const wrong: string[] = []
  let same = 0
  const made = inputs((dice) => {
    const text = requests(dice)
    return { text, pieces: split(dice, text) }
  })
  await inSlots(slots, made, async (slot, { text, pieces }) => {
    const [read, other] = await Promise.all([own.read(slot, pieces), node.read(slot, [text])])
    for (const [ours, theirs] of bothSeen(read, other))
      if (JSON.stringify(ours) === JSON.stringify(theirs)) same++
      else wrong.push(`${JSON.stringify(text)}: ${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`)
  })
  expect(wrong).toEqual([])
  expect(same).toBeGreaterThan(0)
})

test('whatever an upstream answers: what undici takes as well reads the same', { timeout }, async () => {
  const own = await Promise.all(Array.from({ length: 8 }, () => AnswerReader.start('own')))
  const node = await Promise.all(Array.from({ length: 8 }, () => AnswerReader.start('node')))
  const wrong: string[] = []
  let same = 0
  await inSlots(8, inputs(answer), async (slot, text) => {
    const bytes = Buffer.from(text, 'latin1')
    const [ours, theirs] = await Promise.all([own[slot]!.read(bytes), node[slot]!.read(bytes)])
    if (ours === null || theirs === null) return
    if (JSON.stringify(ours) === JSON.stringify(theirs)) same++
    else wrong.push(`${JSON.stringify(text)}: ${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`)
  })
  await Promise.all([...own, ...node].map((reader) => reader[Symbol.asyncDispose]()))
  expect(wrong).toEqual([])
  expect(same).toBeGreaterThan(0)
})
