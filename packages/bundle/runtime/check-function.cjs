// @ts-check
// Parses one function in a thread of its own, started by src/build/functions/parse-function.ts. Nothing of it is
// executed: both calls compile and stop there. Plain JavaScript, so that it starts without a loader.
const { compileFunction, runInThisContext, SourceTextModule } = require('node:vm')
const { parentPort, workerData } = require('node:worker_threads')

const filename = 'function.js'
/** A first line for a shell is none of the program's; the count of lines stays. */
const code = String(workerData).replace(/^#!.*/, '')

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
runInThisContext('parse()')
parentPort?.postMessage('parsed')

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
