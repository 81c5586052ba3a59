import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bundle } from '@penstock/bundle'
import { expect } from 'vitest'
import { spawnGateway } from '../spawn-gateway.fixture.ts'
import { fakeControlPlane, type FakeControlPlane } from '../sync/control-plane.fixture.ts'
import { packed } from '../testing.fixture.ts'

export interface RunningGateway extends AsyncDisposable {
  readonly url: string
  readonly adminUrl: string
  readonly process: ChildProcess
  readonly controlPlane: FakeControlPlane
  /** Each line of the log so far. */
  readonly log: readonly string[]
  /** Deploys to `orders/dev`, and waits until so many nodes serve it. */
  deploy(bundle: Bundle, nodes: number): Promise<void>
}

/** The program itself with so many workers. Rejects with its log when it ends instead of listening. */
export async function runWorkers(
  workers: number,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningGateway> {
  const controlPlane = await fakeControlPlane('secret')
  const dataDirectory = await mkdtemp(join(tmpdir(), 'penstock-workers-'))
  const child = spawnGateway({
    PENSTOCK_DATA_DIR: dataDirectory,
    PENSTOCK_GATEWAY_TOKEN: 'secret',
    PENSTOCK_SERVER_URL: controlPlane.url,
    PENSTOCK_GATEWAY_WORKERS: String(workers),
    ...env,
  })
  const log: string[] = []
  const listening = new Promise<{ url: string; admin: string }>((resolve, reject) => {
    let rest = ''
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      const lines = (rest + part).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        log.push(line)
        if (line.includes('the gateway listens')) resolve(JSON.parse(line) as { url: string; admin: string })
      }
    })
    child.once('exit', (code) => reject(new Error(`exit code ${code}\n${log.join('\n')}`)))
  })
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    }
    await controlPlane[Symbol.asyncDispose]()
    await rm(dataDirectory, { recursive: true, force: true })
  }
  const { url, admin } = await listening.catch(async (error: unknown) => {
    await end()
    throw error
  })
  return {
    url,
    adminUrl: admin,
    process: child,
    controlPlane,
    log,
    async deploy(bundle, nodes) {
      const { bytes, hash } = packed(bundle)
      controlPlane.bundles.set(hash, bytes)
      const base = { api: 'orders', stage: 'dev', version: 1, deployment: hash, settings: { variables: {} } }
      await controlPlane.want({ ...base, bundle: hash })
      const serving = () => {
        const acks = controlPlane.acks.filter(({ stages }) => stages.some((stage) => stage.bundle === hash))
        return new Set(acks.map(({ node }) => node)).size
      }
      await expect.poll(serving, { timeout: 20_000 }).toBe(nodes)
    },
    [Symbol.asyncDispose]: end,
  }
}
