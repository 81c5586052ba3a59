// @ts-check
// Parses functions in a thread, started by src/build/functions/parse-functions.ts, and says of each in turn what is
// wrong with it. Nothing of them is executed: both calls compile and stop there. Plain JavaScript, so that it starts
// without a loader.
const { compileFunction, runInThisContext, SourceTextModule } = require('node:vm')
const { parentPort } = require('node:worker_threads')

const filename = 'function.js'

/** @type {string} */
let code

const parse = () => {
  try {
    compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname'], { filename })
  } catch (error) {
    if (!isModuleSyntax(error)) throw error
    new SourceTextModule(code, { identifier: filename })
  }
}

// Node writes the place of a module's error into its stack only where it leaves a script like this one.
Object.assign(globalThis, { parse })

parentPort?.on('message', (texts) => {
  for (const text of texts) {
    // A first line for a shell is none of the program's; the count of lines stays.
    code = String(text).replace(/^#!.*/, '')
    parentPort?.postMessage(problem())
  }
})

function problem() {
  try {
    runInThisContext('parse()')
    return null
  } catch (error) {
    if (error instanceof SyntaxError) return { message: error.message, stack: error.stack }
    if (error instanceof RangeError) return { isTooDeep: true }
    throw error
  }
}

/**
 * As the gateway's function host decides: CommonJS first, and an ES module when that is what is in the way.
 * @param {unknown} error
 */
function isModuleSyntax(error) {
  return (
    error instanceof SyntaxError &&
    /Unexpected token 'export'|Cannot use import statement|await is only valid|'import.meta'/.test(
      error.message,
    )
  )
}
