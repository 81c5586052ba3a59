import { expect, test } from 'vitest'
import { AnswerReader, inSlots, manners, NginxPairs, ReaderPairs } from './differential.fixture.ts'
import { isWithoutNginx } from './nginx.fixture.ts'
import { answer, Dice, requests, split } from './fuzz.fixture.ts'

/** `npm run fuzz -- 600 1` runs each for ten minutes, from the seed 1. */
const seconds = Number(process.env['FUZZ_SECONDS'] ?? 10)
const seed = Number(process.env['FUZZ_SEED'] ?? 20)
const slots = 48
const timeout = seconds * 1000 + 60_000

function* inputs<T>(make: (dice: Dice) => T): Generator<T> {
  const dice = new Dice(seed)
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) yield make(dice)
}

/** For whoever runs it to find something. */
function report(what: string, tried: number, wrong: readonly string[]): void {
  if (process.env['FUZZ_SECONDS'] === undefined) return
  console.log(`${what}: seed ${seed}, ${tried} inputs in ${seconds} s, ${wrong.length} read otherwise`)
}

test('whatever comes, and in whatever pieces: what node:http takes as well reads the same', {
  timeout,
}, async () => {
  await using readers = await ReaderPairs.start(slots)
  const wrong: string[] = []
  let same = 0
  let tried = 0
  const made = inputs((dice) => {
    const text = requests(dice)
    return { text, pieces: split(dice, text), manner: dice.of(manners) }
  })
  await inSlots(slots, made, async (slot, { text, pieces, manner }) => {
    const { own, difference } = await readers.compare(slot, pieces, manner)
    tried++
    same += own.seen.length
    if (difference !== null) wrong.push(`${manner}: ${JSON.stringify(text)}: ${difference}`)
  })
  report('requests', tried, wrong)
  expect(wrong).toEqual([])
  expect(same).toBeGreaterThan(tried / 4)
})

test.skipIf(isWithoutNginx)(
  'whatever comes: what nginx takes as well reads the same',
  { timeout },
  async () => {
    await using readers = await NginxPairs.start(slots)
    const wrong: string[] = []
    let same = 0
    let tried = 0
    await inSlots(slots, inputs(requests), async (slot, text) => {
      const { own, seen, difference } = await readers.compare(slot, text)
      tried++
      same += Math.min(own.seen.length, seen.length)
      if (difference !== null) wrong.push(`${JSON.stringify(text)}: ${difference}`)
    })
    report('requests beside nginx', tried, wrong)
    expect(wrong).toEqual([])
    expect(same).toBeGreaterThan(tried / 4)
  },
)

test('whatever an upstream answers: what undici takes as well reads the same', { timeout }, async () => {
  const own = await Promise.all(Array.from({ length: 8 }, () => AnswerReader.start('own')))
  const node = await Promise.all(Array.from({ length: 8 }, () => AnswerReader.start('node')))
  const wrong: string[] = []
  let same = 0
  let tried = 0
  await inSlots(8, inputs(answer), async (slot, text) => {
    const bytes = Buffer.from(text, 'latin1')
    const [ours, theirs] = await Promise.all([own[slot]!.read(bytes), node[slot]!.read(bytes)])
    tried++
    if (ours === null || theirs === null) return
    if (JSON.stringify(ours) === JSON.stringify(theirs)) same++
    else wrong.push(`${JSON.stringify(text)}: ${JSON.stringify(ours)} and ${JSON.stringify(theirs)}`)
  })
  await Promise.all([...own, ...node].map((reader) => reader[Symbol.asyncDispose]()))
  report('answers', tried, wrong)
  expect(wrong).toEqual([])
  expect(same).toBeGreaterThan(tried / 10)
})
