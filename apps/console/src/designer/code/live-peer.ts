import { type Remote, wrap } from 'comlink'
import type { LiveApi } from './live-api.ts'

/** The document of an API in a thread of its own. */
export interface LivePeer {
  readonly live: {
    readonly [K in keyof LiveApi]: (...args: Parameters<LiveApi[K]>) => Promise<ReturnType<LiveApi[K]>>
  }
  stop(): void
}

export function startLivePeer(): LivePeer {
  const thread = new Worker(new URL('./live-worker.ts', import.meta.url), {
    type: 'module',
    name: 'live document',
  })
  const live: Remote<LiveApi> = wrap<LiveApi>(thread)
  return { live, stop: () => thread.terminate() }
}
