import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { BatchRefused } from '../telemetry/request-log.ts'
import { ControlPlane } from './control-plane.ts'

test('a refusal is told from a control plane that is away by its status', async () => {
  let status = 400
  const server = createServer((_, response) => void response.writeHead(status).end())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const plane = new ControlPlane({ url: `http://127.0.0.1:${port}`, node: 'n', token: async () => 't' })
  const sent = () => plane.requests(Buffer.from('{"node":"n","dropped":0,"requests":[]}'))
  try {
    await expect(sent()).rejects.toBeInstanceOf(BatchRefused)
    for (status of [401, 503]) await expect(sent()).rejects.not.toBeInstanceOf(BatchRefused)
  } finally {
    server.close()
  }
})
