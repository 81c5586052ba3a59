import type { Method } from '@penstock/model'
import { defineRule, type Finding } from '../rule.ts'

/** More methods than these are counted only. */
const named = 3

export const authorizerDocumentsOnly = defineRule({
  id: 'authorizer-documents-only',
  severity: 'warning',
  title: 'An authorizer that lets everybody in',
  why: 'Callers are told how to sign in, and nobody checks whether they did: the gateway serves the methods to everybody. Descriptions often come like this, since OpenAPI has words for the first and none for the second.',
  mend: 'Choose who decides, in the form of the authorizer, and the authorizer in the form of the method. If the backend checks callers itself, switch this check off for it.',
  *check({ all, api, tree }) {
    const open = new Map<string, Method[]>()
    for (const method of all('method')) {
      const { authorizer, security, authorizationType, apiKeyRequired } = method
      if ((authorizationType ?? 'NONE') !== 'NONE' || apiKeyRequired) continue
      const asked = authorizer === undefined ? (security ?? api?.security ?? []) : [{ [authorizer]: [] }]
      for (const name of new Set(asked.flatMap(Object.keys))) {
        const methods = open.get(name)
        if (methods) methods.push(method)
        else open.set(name, [method])
      }
    }
    for (const { id, name, settings } of all('authorizer')) {
      const bySecurity = open.get(name) ?? []
      // Somebody decides for it: for those that ask it, and not for those that only say so.
      if (settings !== undefined) for (const method of bySecurity) yield notAsked(method, name)
      const methods = [...(open.get(id) ?? []), ...bySecurity]
      if (settings !== undefined || methods.length === 0) continue
      const first = methods
        .slice(0, named)
        .map(({ httpMethod, resource }) => `${httpMethod} ${tree.paths.get(resource) ?? '?'}`)
      const more = methods.length > named ? ` and ${methods.length - named} more` : ''
      const verb = methods.length === 1 ? 'is' : 'are'
      const message = `${first.join(', ')}${more} ${verb} open to everybody: "${name}" only says how to sign in.`
      yield { record: id, message }
    }
  },
})

function notAsked({ id }: Method, name: string): Finding {
  const message = `Callers are told to sign in for "${name}", which is not asked: everybody gets in.`
  return { record: id, path: ['authorizer'], message }
}
