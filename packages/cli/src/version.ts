import { createRequire } from 'node:module'

/** The version of the package, which is beside both the sources and what is compiled of them. */
export const { version } = createRequire(import.meta.url)('../package.json') as { version: string }
