import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DirtyRegion } from './dirty-region.ts'

test('whatever is typed, the stretch turns the text that was read into the one that is there', () => {
  const change = fc.record({ at: fc.nat(40), length: fc.nat(5), text: fc.string({ maxLength: 5 }) })
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30 }),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      (read, changes) => {
        const region = new DirtyRegion(read.length)
        let text = read
        for (const { at, length, text: typed } of changes) {
          const rangeOffset = Math.min(at, text.length)
          const rangeLength = Math.min(length, text.length - rangeOffset)
          region.note([{ rangeOffset, rangeLength, text: typed }])
          text = text.slice(0, rangeOffset) + typed + text.slice(rangeOffset + rangeLength)
        }
        const edit = region.take((start, end) => text.slice(start, end))
        expect(read.slice(0, edit.start) + edit.text + read.slice(edit.end)).toBe(text)
        expect(region.isClean).toBe(true)
      },
    ),
  )
})
