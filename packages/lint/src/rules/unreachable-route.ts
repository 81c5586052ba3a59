import { type Method } from '@penstock/model'
import { defineRule } from '../rule.ts'

const amazons = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

export const unreachableRoute = defineRule({
  id: 'unreachable-route',
  severity: 'warning',
  title: 'No request reaches this method',
  why: 'A path that holds `?` or `#` equals no path of a request; a path with a slash at its end is the one without it, wherever that slash does not count; `ANY` answers what no other method of its resource answers, and nothing is left when all seven are there.',
  mend: 'Take what can not be matched out of the path, or delete the method.',
  *check({ all, facts, tree }) {
    const isStrict = facts.isAws && facts.type === 'HTTP'
    for (const method of all('method')) {
      const path = tree.paths.get(method.resource)
      if (path === undefined) continue
      const reason =
        unmatched(path) ??
        (isStrict ? undefined : sameAsWithoutSlash(method, path)) ??
        (facts.isAws ? nothingLeft(method) : undefined)
      if (reason === undefined) continue
      const message = `No request reaches ${method.httpMethod} ${path}: ${reason}.`
      yield { record: method.id, path: ['resource'], message }
    }

    function sameAsWithoutSlash({ httpMethod }: Method, path: string): string | undefined {
      if (path.length < 2 || !path.endsWith('/')) return undefined
      const other = tree.byPath.get(path.slice(0, -1))
      const isThere = other && tree.methods.get(other.id)?.some((one) => one.httpMethod === httpMethod)
      return isThere
        ? `the slash at its end does not count, and ${path.slice(0, -1)} has one, too`
        : undefined
    }

    function nothingLeft({ httpMethod, resource }: Method): string | undefined {
      if (httpMethod !== 'ANY') return undefined
      const own = new Set((tree.methods.get(resource) ?? []).map((one) => one.httpMethod))
      return amazons.every((one) => own.has(one)) ? 'each method has one of its own' : undefined
    }
  },
})

function unmatched(path: string): string | undefined {
  // In the name of a parameter they say nothing.
  const sign = /[?#]/.exec(path.replace(/\{[^{}]*\}/g, ''))?.[0]
  return sign && `the path of a request never holds "${sign}"`
}
