import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonLines } from './json-lines.ts'

it('reads what was written, wherever the network cut it', async () => {
  const value = fc.record({ text: fc.string({ unit: 'binary' }), more: fc.jsonValue({ maxDepth: 2 }) })
  const values = fc.array(value, { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(values, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (sent, size, ends) => {
      const lines = sent.map((value) => JSON.stringify(value)).join('\n')
      const bytes = new TextEncoder().encode(ends ? `${lines}\n` : lines)
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
          controller.close()
        },
      })
      const got: unknown[] = []
      for await (const value of jsonLines(body)) got.push(value)
      expect(got).toEqual(JSON.parse(`[${lines.replaceAll('\n', ',')}]`))
    }),
    { numRuns: 40 },
  )
})
