// @ts-check
// Runs one function in a process of its own, started by src/functions/function-process.ts. Plain JavaScript, since this
// process has neither a build nor a loader: it may read this file and the function's folder, and nothing else.
//
//   parent ── {id, event, context, deadline} ──►  handler(event, context, callback)
//   parent ◄── {ready} | {id, value} | {id, error}
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const folder = process.env.LAMBDA_TASK_ROOT ?? ''
const [, exportName = 'handler'] = /\.([^.]+)$/.exec(process.env._HANDLER ?? '') ?? []
const send = process.send?.bind(process)
if (!send) throw new Error('function-host.mjs is started by the gateway, not by hand')

/** @type {{ id: number, settle: (message: object) => void } | null} */
let current = null

// The parent tells by the channel's end that this process is gone; without this the function would outlive the gateway.
process.on('disconnect', () => process.exit(0))

process.on('message', (/** @type {any} */ message) =>
  invoke(message.id, message.event, message.context, message.deadline),
)

// Nothing is left to wait for, and the handler has not answered: on Lambda that is null, here it says why.
process.on('beforeExit', () => {
  current?.settle({
    error: {
      errorType: 'Runtime.ExitedWithoutAnswer',
      errorMessage: 'The handler ended without an answer.',
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
 */
function invoke(id, event, given, deadline) {
  /** @param {object} message */
  const settle = (message) => {
    if (current?.id !== id) return
    current = null
    process.channel?.ref()
    send?.({ id, ...message })
  }
  current = { id, settle }
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
