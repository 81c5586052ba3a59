import { type Calls, startThread } from '../thread.ts'
import type { LiveApi } from './live-api.ts'

/** The document of an API in a thread of its own. */
export interface LivePeer {
  readonly live: Calls<LiveApi>
  stop(): void
}

export function startLivePeer(): LivePeer {
  const thread = startThread<LiveApi>(
    new Worker(new URL('./live-worker.ts', import.meta.url), { type: 'module', name: 'live document' }),
  )
  return { live: thread.api, stop: () => thread.terminate() }
}
