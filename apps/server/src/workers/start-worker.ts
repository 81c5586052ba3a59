import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { type ResourceLimits, Worker } from 'node:worker_threads'

/**
 * A thread that runs a module of this server, named without its extension: built it is `.js`, from source `.ts`,
 * which Node 20 reads only after tsx was registered in that thread.
 */
export function startWorker(module: URL, resourceLimits?: ResourceLimits): Worker {
  const limits = resourceLimits ? { resourceLimits } : {}
  if (import.meta.url.endsWith('.js')) return new Worker(new URL(`${module.href}.js`), limits)
  const entry = `${module.href}.ts`
  const tsx = pathToFileURL(
    createRequire(entry)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href
  const boot = `import(${JSON.stringify(tsx)}).then(({ register }) => {
    register()
    return import(${JSON.stringify(entry)})
  })`
  return new Worker(boot, {
    eval: true,
    execArgv: ['--conditions=@penstock/source'],
    ...limits,
  })
}
