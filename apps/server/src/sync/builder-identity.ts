import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Names the code that makes bundles: the same name, the same bytes of the same content. It is a hash of that code, so
 * a build that compiles differently never trusts the index of an older one.
 */
export function builderIdentity(): string {
  const hash = createHash('sha256')
  const build = fileURLToPath(resolve('@penstock/bundle/build'))
  for (const folder of [dirname(build), dirname(fileURLToPath(resolve('@penstock/model')))]) {
    for (const file of codeIn(folder)) hash.update(readFileSync(file))
  }
  return hash.digest('base64url').slice(0, 22)
}

function resolve(specifier: string): string {
  if (typeof import.meta.resolve === 'function') return import.meta.resolve(specifier)
  return `file://${createRequire(import.meta.url).resolve(specifier)}`
}

function codeIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return codeIn(path)
      return /(?<!\.test|\.fixture|\.d)\.(ts|js)$/.test(entry.name) ? [path] : []
    })
}
