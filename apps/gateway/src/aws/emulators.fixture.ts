import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { type FauxqsServer, startFauxqs } from 'fauxqs'

/** SQS, SNS and S3, emulated. */
export async function withFauxqs(): Promise<AsyncDisposable & { server: FauxqsServer; url: string }> {
  const server = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' })
  return {
    server,
    url: `http://127.0.0.1:${server.port}`,
    [Symbol.asyncDispose]: () => server.stop(),
  }
}

type Dynalite = (options: { createTableMs: number }) => Server

/** DynamoDB, emulated. */
export async function withDynalite(): Promise<AsyncDisposable & { url: string }> {
  const dynalite = createRequire(import.meta.url)('dynalite') as Dynalite
  const server = dynalite({ createTableMs: 0 })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
