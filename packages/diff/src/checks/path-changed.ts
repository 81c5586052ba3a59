import { defineCheck } from './check.ts'

export const pathChanged = defineCheck({
  id: 'path-changed',
  on: 'path-changed',
  judge({ from, to }) {
    const title = `Move ${from} to ${to}`
    return shape(from) === shape(to)
      ? {
          verdict: 'safe',
          message: `Only names of path parameters differ: ${from} is now ${to}. The wire does not change.`,
          title: `Rename path ${from} to ${to}`,
        }
      : { verdict: 'breaking', message: `${from} is now ${to}: calls to the old path fail.`, title }
  },
})

/** A path without the names of its parameters: what a request can tell apart. */
function shape(path: string): string {
  return path.replace(/\{[^{}]*?(\+?)\}/g, '{$1}')
}
