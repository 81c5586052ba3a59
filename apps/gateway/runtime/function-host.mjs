// @ts-check
// Runs one function in a process of its own, started by src/functions/function-process.ts. Plain JavaScript, since this
// process has neither a build nor a loader: it may read this file and the function's folder, and nothing else.
//
//   parent ── {id, event, context, deadline, streams} ──►  handler(event, context, callback)
//   parent ◄── {ready} | {id, value} | {id, error, written}
//
// A handler of `awslambda.streamifyResponse` that is called to stream writes what it answers to a pipe of its own, and the
// messages say how many bytes of the call are on it:
//
//   parent ◄══ bytes                {id, ended} the answer is whole, {id, value} the handler is done
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { finished, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'

const folder = process.env.LAMBDA_TASK_ROOT ?? ''
const [, exportName = 'handler'] = /\.([^.]+)$/.exec(process.env._HANDLER ?? '') ?? []
const send = process.send?.bind(process)
if (!send) throw new Error('function-host.mjs is started by the gateway, not by hand')

/** @type {{ id: number, settle: (message: object) => void, isStreaming: () => boolean } | null} */
let current = null

/** Where a handler says that it streams, as Lambda's runtime for Node.js has it: libraries look there too. */
const streaming = Symbol.for('aws.lambda.runtime.handler.streaming')
const highWaterMark = Symbol.for('aws.lambda.runtime.handler.streaming.highWaterMark')

Object.assign(globalThis, {
  awslambda: {
    /**
     * @param {Function} handler
     * @param {{ highWaterMark?: unknown }} [options]
     */
    streamifyResponse(handler, options) {
      const own = Number(options?.highWaterMark)
      return Object.assign(handler, { [streaming]: 'response' }, own > 0 ? { [highWaterMark]: own } : {})
    },
    HttpResponseStream: {
      /**
       * @param {ResponseStream} stream
       * @param {unknown} head
       */
      from(stream, head) {
        stream.setContentType('application/vnd.awslambda.http-integration-response')
        stream._onBeforeFirstWrite = (write) => {
          write(JSON.stringify(head))
          write(new Uint8Array(8))
        }
        return stream
      },
    },
  },
})

/** What a handler writes its answer to. */
class ResponseStream extends Writable {
  /** @type {((write: (chunk: string | Uint8Array) => void) => void) | null} */
  _onBeforeFirstWrite = null
  /** Bytes that were given to `sink`. */
  written = 0
  #isFresh = true
  #sink

  /**
   * @param {(bytes: Buffer, done: (error?: Error | null) => void) => void} sink
   * @param {number | undefined} highWaterMark
   */
  constructor(sink, highWaterMark) {
    super(highWaterMark === undefined ? {} : { highWaterMark })
    this.#sink = sink
  }

  /** Nobody asks what this is: the head says it. @param {string} _type */
  setContentType(_type) {
    if (!this.#isFresh) throw new Error('Cannot set content-type, too late.')
  }

  /** What is neither text nor bytes goes as JSON. @type {Writable['write']} */
  write(/** @type {any} */ chunk, /** @type {any[]} */ ...more) {
    return super.write(isText(chunk) ? chunk : JSON.stringify(chunk), ...more)
  }

  /** @type {Writable['end']} */
  end(/** @type {any} */ chunk, /** @type {any[]} */ ...more) {
    const isChunk = chunk !== undefined && chunk !== null && typeof chunk !== 'function'
    return super.end(isChunk && !isText(chunk) ? JSON.stringify(chunk) : chunk, ...more)
  }

  /**
   * @param {Buffer} chunk
   * @param {string} _encoding
   * @param {(error?: Error | null) => void} done
   */
  _write(chunk, _encoding, done) {
    this.#begin()
    this.#give(chunk, done)
  }

  /** @param {(error?: Error | null) => void} done */
  _final(done) {
    this.#begin()
    done()
  }

  #begin() {
    if (!this.#isFresh) return
    this.#isFresh = false
    this._onBeforeFirstWrite?.((chunk) => this.#give(Buffer.from(chunk), () => {}))
  }

  /**
   * @param {Buffer} bytes
   * @param {(error?: Error | null) => void} done
   */
  #give(bytes, done) {
    this.written += bytes.length
    this.#sink(bytes, done)
  }
}

/** @param {unknown} chunk */
function isText(chunk) {
  return typeof chunk === 'string' || chunk instanceof Uint8Array
}

/** @type {Socket | null} The pipe that answers are streamed on; opened by the first one. */
let pipe = null
function answerPipe() {
  // Whoever writes is told what went wrong.
  pipe ??= new Socket({ fd: 4, readable: false, writable: true }).on('error', () => {})
  return pipe
}

// The parent tells by the channel's end that this process is gone; without this the function would outlive the gateway.
process.on('disconnect', () => process.exit(0))

process.on('message', (/** @type {any} */ message) =>
  invoke(message.id, message.event, message.context, message.deadline, message.streams === true),
)

// Nothing is left to wait for, and the handler has not answered: on Lambda that is null, here it says why.
process.on('beforeExit', () => {
  current?.settle({
    error: {
      errorType: 'Runtime.ExitedWithoutAnswer',
      errorMessage: current.isStreaming()
        ? 'The handler ended without ending its response stream.'
        : 'The handler ended without an answer.',
      trace: [],
    },
  })
})

process.on('unhandledRejection', fatal)
process.on('uncaughtException', fatal)

/** @type {Function | null} */
let handler = null
/** @type {object | null} */
let broken = null
try {
  handler = await load()
} catch (error) {
  broken = describe(error)
}
process.send?.({ ready: true })

async function load() {
  const loaded = await loadModule()
  const found = loaded[exportName] ?? loaded.default?.[exportName]
  if (typeof found === 'function') return found
  const error = new Error(`${process.env._HANDLER} is undefined or not exported`)
  error.name = 'Runtime.HandlerNotFound'
  throw error
}

/** CommonJS first, as Lambda does for .js; what turns out to be an ES module is loaded as one. */
async function loadModule() {
  try {
    return createRequire(join(folder, 'index.cjs'))('./index.cjs')
  } catch (error) {
    if (!isModuleSyntax(error)) throw error
    return await import(pathToFileURL(join(folder, 'index.mjs')).href)
  }
}

/** @param {unknown} error */
function isModuleSyntax(error) {
  return (
    error instanceof SyntaxError &&
    /Unexpected token 'export'|Cannot use import statement|await is only valid|'import.meta'/.test(
      error.message,
    )
  )
}

/**
 * @param {number} id
 * @param {string} event
 * @param {Record<string, unknown>} given
 * @param {number} deadline
 * @param {boolean} streams
 */
function invoke(id, event, given, deadline, streams) {
  /** @type {ResponseStream | null} */
  let stream = null
  /** @param {object} message */
  const settle = (message) => {
    if (current?.id !== id) return
    current = null
    process.channel?.ref()
    send?.({ id, ...message, ...(stream && { written: stream.written }) })
    // What it writes from now on would be taken for another call's.
    stream?.destroy()
  }
  current = { id, settle, isStreaming: () => stream !== null }
  if (handler === null) return settle({ error: broken })
  // While a call runs only the handler's own work keeps the process busy, so that beforeExit can see its end.
  process.channel?.unref()
  /** @type {(error: unknown, value?: unknown) => void} */
  const callback = (error, value) =>
    error === null || error === undefined ? succeed(settle, value) : settle({ error: describe(error) })
  const context = {
    ...given,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: callback,
    succeed: (/** @type {unknown} */ value) => callback(null, value),
    fail: (/** @type {unknown} */ error) => callback(error ?? new Error('failed')),
  }
  try {
    if (handler[streaming] === 'response') {
      const parts = streams ? null : /** @type {Buffer[]} */ ([])
      stream = new ResponseStream(parts === null ? sendBytes : keepIn(parts), handler[highWaterMark])
      answerBy(stream, handler(JSON.parse(event), stream, context), () => {
        if (parts === null) send?.({ id, ended: stream?.written })
      }).then(
        () => settle({ value: parts === null ? 'null' : Buffer.concat(parts).toString('utf8') }),
        (error) => settle({ error: describe(error) }),
      )
      return
    }
    const result = handler(JSON.parse(event), context, callback)
    if (typeof result?.then === 'function') {
      result.then(
        (/** @type {unknown} */ value) => succeed(settle, value),
        (/** @type {unknown} */ error) => settle({ error: describe(error) }),
      )
    } else if (result !== undefined && handler.length < 3) {
      // Lambda drops what a plain function returns; here it counts, unless the handler takes the callback: then it is
      // an accident, like the timer that `(event, context, callback) => setTimeout(…)` returns.
      succeed(settle, result)
    }
  } catch (error) {
    settle({ error: describe(error) })
  }
}

/**
 * Settles when the stream has ended and the handler is done, whichever comes last, or with what went wrong first.
 *
 * @param {ResponseStream} stream
 * @param {unknown} result
 * @param {() => void} onEnd
 */
async function answerBy(stream, result, onEnd) {
  const whole = new Promise((resolve, reject) => {
    finished(stream, (error) => {
      if (error) return reject(error)
      onEnd()
      resolve(undefined)
    })
  })
  await Promise.all([whole, result])
}

/** @type {ConstructorParameters<typeof ResponseStream>[0]} */
function sendBytes(bytes, done) {
  answerPipe().write(bytes, done)
}

/**
 * @param {Buffer[]} parts
 * @returns {ConstructorParameters<typeof ResponseStream>[0]}
 */
function keepIn(parts) {
  return (bytes, done) => {
    parts.push(bytes)
    done()
  }
}

/**
 * @param {(message: object) => void} settle
 * @param {unknown} value
 */
function succeed(settle, value) {
  try {
    settle({ value: JSON.stringify(value) ?? 'null' })
  } catch (error) {
    settle({ error: describe(error) })
  }
}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof Error)
    return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
  return {
    errorType: typeof error,
    errorMessage: typeof error === 'string' ? error : JSON.stringify(error),
    trace: [],
  }
}

/** @param {unknown} error */
function fatal(error) {
  console.error(error)
  current?.settle({ error: describe(error) })
  // The state of the module is unknown now: Lambda starts a new process too. The message above is flushed first.
  setImmediate(() => process.exit(1))
}
