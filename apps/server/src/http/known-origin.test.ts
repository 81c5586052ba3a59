import { expect, test } from 'vitest'
import { knownOrigin } from './known-origin.ts'

test.each([
  ['the public URL', 'https://penstock.example.com/', 'server:9000', 'https://penstock.example.com'],
  ["this machine's own address", undefined, '127.0.0.1:9000', 'http://127.0.0.1:9000'],
  ["this machine's own address over IPv6", undefined, '[::1]:9000', 'http://[::1]:9000'],
  ["nothing of a name in the gateway's network", undefined, 'penstock.internal:9000', null],
  ['nothing of a name that only begins like it', undefined, 'localhost.example.com', null],
])('what others are told to open is %s', (_, publicUrl, host, origin) => {
  expect(knownOrigin({ publicUrl }, { protocol: 'http', host })).toBe(origin)
})
