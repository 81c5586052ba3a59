import { type ApiRecord, definitionOf, type Diagnostic } from '@penstock/model'
import { expose } from 'comlink'
import { expect, test } from 'vitest'
import { ProblemChecker } from './problem-checker.ts'
import { startThread } from '../thread.ts'
import { ProblemFinder } from './problem-finder.ts'
import type { ProblemWorker } from './problem-worker.ts'

const pets: readonly ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'Pets' },
  { kind: 'resource', id: 'res_1', parent: null, pathPart: '' },
  method({ requestBody: { content: {} } }),
  { kind: 'integration', id: 'int_1', type: 'mock', fromExamples: true },
]

function method(fields: object): ApiRecord {
  const own = {
    resource: 'res_1',
    httpMethod: 'GET',
    operationId: 'list',
    summary: 'Pets',
    integration: 'int_1',
  }
  return { kind: 'method', id: 'met_1', ...own, ...fields } as ApiRecord
}

/** A checker with its worker in this thread, and time that passes when it is told to. */
function checkerOf(records: readonly ApiRecord[]) {
  const source = { definition: definitionOf(records) }
  const { port1, port2 } = new MessageChannel()
  const finder = new ProblemFinder()
  expose({ take: finder.take.bind(finder), check: finder.check.bind(finder) }, port2 as never)
  const waiting = new Set<() => void>()
  const clock = {
    now: () => 0,
    after(_: number, callback: () => void) {
      waiting.add(callback)
      return () => waiting.delete(callback)
    },
  }
  const worker = startThread<ProblemWorker>(
    Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker,
  )
  const checker = new ProblemChecker(source, { clock, start: () => worker })
  return {
    checker,
    /** Lets typing rest, and waits for what is found. */
    async rest(): Promise<string[]> {
      const told = new Promise<void>((resolve) => {
        const stop = checker.subscribe(() => {
          stop()
          resolve()
        })
      })
      for (const callback of new Set(waiting)) {
        waiting.delete(callback)
        callback()
      }
      await told
      return checker.problems().map(({ code }) => code)
    },
    edit(record: ApiRecord): void {
      source.definition = new Map([...source.definition, [record.id, record]])
      checker.records([[record.id, record]])
    },
    [Symbol.dispose](): void {
      checker[Symbol.dispose]()
      port2.close()
    },
  }
}

test('what is there at first is found, and then what edits change', async () => {
  using harness = checkerOf(pets)
  expect(harness.checker.isChecked()).toBe(false)
  expect(await harness.rest()).toEqual(['body-on-get'])
  expect(harness.checker.isChecked()).toBe(true)
  harness.edit(method({ integration: 'int_2' }))
  expect(await harness.rest()).toEqual(['dangling-reference', 'unused-integration'])
  harness.edit(method({}))
  expect(await harness.rest()).toEqual([])
})

test('edits made before the first look are looked at once, as they are by then', async () => {
  using harness = checkerOf(pets)
  harness.edit(method({}))
  expect(await harness.rest()).toEqual([])
})

test('of what the server says, that counts which only it can find', async () => {
  using harness = checkerOf(pets)
  const said = (code: string): Diagnostic => ({
    code,
    severity: 'warning',
    message: 'Said.',
    location: { record: 'met_1' },
  })
  harness.checker.checks([said('access-not-checked'), said('body-on-get'), said('secret-in-stage-variable')])
  expect(await harness.rest()).toEqual(['body-on-get', 'access-not-checked', 'secret-in-stage-variable'])
})

/** A checker whose workers fail so often. */
function failingChecker(failures: number) {
  const source = { definition: definitionOf(pets) }
  let left = failures
  let living = 0
  let waiting: (() => void) | null = null
  const clock = {
    now: () => 0,
    after(_: number, callback: () => void) {
      waiting = callback
      return () => undefined
    },
  }
  const start = () => {
    const finder = new ProblemFinder()
    const isFailing = left-- > 0
    living++
    return {
      api: {
        take: (...records: Parameters<ProblemFinder['take']>) => Promise.resolve(finder.take(...records)),
        check: () =>
          isFailing ? Promise.reject(new Error('It broke down.')) : Promise.resolve(finder.check()),
      },
      terminate: () => void living--,
    }
  }
  const checker = new ProblemChecker(source, { clock, start })
  const rest = () => {
    const told = new Promise<void>((resolve) => {
      const stop = checker.subscribe(() => {
        stop()
        resolve()
      })
    })
    waiting?.()
    return told
  }
  return { source, checker, rest, living: () => living }
}

test('a worker that fails is replaced by one that is told everything', async () => {
  const { checker, rest } = failingChecker(1)
  await rest()
  expect(checker.hasFailed()).toBe(false)
  expect(checker.problems().map(({ code }) => code)).toEqual(['body-on-get'])
  checker[Symbol.dispose]()
})

test('where that fails too it is said, and the next edit asks another, which knows it', async () => {
  const { source, checker, rest } = failingChecker(2)
  await rest()
  expect(checker.hasFailed()).toBe(true)
  expect(checker.isChecked()).toBe(false)
  const mended = method({})
  source.definition = new Map([...source.definition, ['met_1', mended]])
  checker.records([['met_1', mended]])
  await rest()
  expect(checker.hasFailed()).toBe(false)
  expect(checker.isChecked()).toBe(true)
  checker[Symbol.dispose]()
})

test('a checker that is paused has no worker; resumed it has one, which knows what changed meanwhile', async () => {
  const { source, checker, rest, living } = failingChecker(0)
  await rest()
  expect(living()).toBe(1)
  checker.pause()
  expect(living()).toBe(0)
  const mended = method({})
  source.definition = new Map([...source.definition, ['met_1', mended]])
  checker.records([['met_1', mended]])
  expect(living()).toBe(0)
  checker.resume()
  await rest()
  expect(living()).toBe(1)
  expect(checker.problems()).toEqual([])
  checker[Symbol.dispose]()
  expect(living()).toBe(0)
})
