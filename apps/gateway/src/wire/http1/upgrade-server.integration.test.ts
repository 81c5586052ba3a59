import net, { type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { rawExchange, serverOptions } from '../wire.fixture.ts'
import { createUpgradeServer } from './upgrade-server.ts'

/** All connections that are made are given to the server, as they come. */
async function upgradeServer() {
  const asked: string[] = []
  const upgrades = createUpgradeServer(
    serverOptions({
      sockets: {
        isUpgrade: () => true,
        handle: (upgrade) => {
          asked.push(upgrade.request.target)
          upgrade.refuse(403, [], Buffer.alloc(0))
        },
        messageBytesMax: 1024,
      },
    }),
  )
  const server = net.createServer({ allowHalfOpen: true }, (socket) => upgrades.emit('connection', socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    asked,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

test('an upgrade is handled', async () => {
  await using server = await upgradeServer()
  const bytes = 'GET /a HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n'
  expect(await rawExchange(server.port, [bytes])).toMatch(/^HTTP\/1\.1 403/)
  expect(server.asked).toEqual(['/a'])
})

test.each([
  ['a request that is no upgrade', 'GET /a HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['one that expects what nobody knows', 'GET /a HTTP/1.1\r\nHost: x\r\nExpect: more\r\n\r\n'],
  [
    'one that waits with its body',
    'PUT /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n',
  ],
  ['no HTTP', 'hello\r\n\r\n'],
])('%s closes its connection without an answer', async (_, bytes) => {
  await using server = await upgradeServer()
  expect(await rawExchange(server.port, [bytes])).toBe('')
  expect(server.asked).toEqual([])
})
