import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendedIdOf } from './extended-id.ts'

test("it is the beginning of the UUID's bytes in base64url", () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex')
      expect(extendedIdOf(uuid)).toBe(`${bytes.toString('base64url').slice(0, 15)}=`)
    }),
  )
})
