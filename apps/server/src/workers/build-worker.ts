// The thread that compiles bundles. It keeps the record bodies of its last builds by hash, so that the next build of a
// draft is sent only what changed:
//
//     server                     this thread
//     ids, hashes        ──────►
//                        ◄────── missing hashes
//     their bodies       ──────►
//                        ◄────── bytes, hash
import { parentPort } from 'node:worker_threads'
import { buildBundle } from '@penstock/bundle/build'
import { type ApiRecord, definitionOf, type RecordId } from '@penstock/model'
import { toWire, type WireError } from './error-over-the-wire.ts'

export type BuildRequest =
  | {
      readonly type: 'build'
      readonly job: number
      readonly ids: readonly RecordId[]
      readonly hashes: readonly string[]
    }
  | {
      readonly type: 'bodies'
      readonly job: number
      readonly hashes: readonly string[]
      readonly bodies: readonly string[]
    }

export type BuildReply =
  | { readonly type: 'missing'; readonly job: number; readonly hashes: readonly string[] }
  | { readonly type: 'built'; readonly job: number; readonly bytes: Uint8Array; readonly hash: string }
  | { readonly type: 'failed'; readonly job: number; readonly error: WireError }

interface Job {
  readonly ids: readonly RecordId[]
  readonly hashes: readonly string[]
}

/** How many definitions stay in memory. */
const remembered = 3

const bodies = new Map<string, object>()
const recent: (readonly string[])[] = []
const waiting = new Map<number, Job>()

parentPort?.on('message', (request: BuildRequest) => {
  try {
    receive(request)
  } catch (error) {
    waiting.delete(request.job)
    reply({ type: 'failed', job: request.job, error: toWire(error) })
  }
})

function receive(request: BuildRequest) {
  if (request.type === 'bodies') {
    request.hashes.forEach((hash, at) => bodies.set(hash, JSON.parse(request.bodies[at]!) as object))
    const job = waiting.get(request.job)
    waiting.delete(request.job)
    if (job) build(request.job, job)
    return
  }
  const missing = [...new Set(request.hashes)].filter((hash) => !bodies.has(hash))
  if (missing.length === 0) return build(request.job, request)
  waiting.set(request.job, request)
  reply({ type: 'missing', job: request.job, hashes: missing })
}

function build(job: number, { ids, hashes }: Job) {
  const definition = definitionOf(ids.map((id, at) => ({ ...bodies.get(hashes[at]!), id }) as ApiRecord))
  forgetOld(hashes)
  const { bytes, hash } = buildBundle(definition)
  reply({ type: 'built', job, bytes, hash }, bytes)
}

function forgetOld(hashes: readonly string[]) {
  recent.push(hashes)
  if (recent.length <= remembered) return
  recent.shift()
  const kept = new Set(recent.flat())
  for (const hash of bodies.keys()) if (!kept.has(hash)) bodies.delete(hash)
}

function reply(message: BuildReply, moved?: Uint8Array) {
  parentPort?.postMessage(message, moved ? [moved.buffer as ArrayBuffer] : [])
}
