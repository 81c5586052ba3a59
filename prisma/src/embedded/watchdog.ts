import { Worker } from 'node:worker_threads'

/** Longer than any statement that is worth waiting for. */
const hungAfterMs = 30_000
const beatMs = 500

// A thread of its own, because what it guards against is a main thread that no longer runs anything. Plain JavaScript,
// so that it starts in a millisecond and needs nothing.
const thread = `
const { workerData } = require('node:worker_threads')
const { beats, parent, hungAfterMs, orphanAfterMs } = workerData
let seen = -1, seenAt = Date.now(), orphanAt = null
setInterval(() => {
  const now = Date.now()
  const beat = Atomics.load(beats, 0)
  if (beat !== seen) { seen = beat; seenAt = now }
  if (process.ppid !== parent) orphanAt ??= now
  const hung = now - seenAt > hungAfterMs
  const left = orphanAt !== null && now - orphanAt > orphanAfterMs
  if (hung || left) process.kill(process.pid, 'SIGKILL')
}, 250)
`

/**
 * Ends this process when its main thread is stuck in the database's code, which a full disk has been seen to do, or
 * when the parent is gone and closing takes too long. The database recovers from its log, as after a power cut; one that
 * hangs would keep the folder locked for ever.
 */
export function startWatchdog(): void {
  const beats = new Int32Array(new SharedArrayBuffer(4))
  setInterval(() => Atomics.add(beats, 0, 1), beatMs).unref()
  const workerData = { beats, parent: process.ppid, hungAfterMs, orphanAfterMs: 8_000 }
  new Worker(thread, { eval: true, execArgv: [], workerData }).unref()
}
