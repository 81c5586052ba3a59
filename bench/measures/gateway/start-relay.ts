import { fileURLToPath } from 'node:url'
import { freePort } from './nginx.ts'
import { startPinned } from './pinned.ts'

export interface Relay extends AsyncDisposable {
  readonly url: string
  readonly pid: number
}

/** `relay.ts` on a core. */
export async function startRelay(core: number, upstreamUrl: string): Promise<Relay> {
  const port = await freePort()
  const program = fileURLToPath(new URL('relay.ts', import.meta.url))
  const to = new URL(upstreamUrl).port
  const child = startPinned(core, [process.execPath, ...process.execArgv, program, String(port), to])
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  }
}
