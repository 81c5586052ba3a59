import { defineRule } from '../rule.ts'

export const authorizerDocumentsOnly = defineRule({
  id: 'authorizer-documents-only',
  severity: 'warning',
  title: 'An authorizer that lets everybody in',
  why: 'It tells callers how to sign in, and nobody checks whether they did: the gateway serves the methods that name it to everybody. Descriptions often come like this, since OpenAPI has words for the first and none for the second.',
  mend: 'Choose who decides, in its form. If the backend checks callers itself, switch this check off for it.',
  *check({ all, api }) {
    const open = new Map<string, number>()
    for (const { authorizer, security, authorizationType, apiKeyRequired } of all('method')) {
      if ((authorizationType ?? 'NONE') !== 'NONE' || apiKeyRequired) continue
      const asked = authorizer === undefined ? (security ?? api?.security ?? []) : [{ [authorizer]: [] }]
      for (const name of new Set(asked.flatMap(Object.keys))) open.set(name, (open.get(name) ?? 0) + 1)
    }
    for (const { id, name, settings } of all('authorizer')) {
      const count = (open.get(id) ?? 0) + (open.get(name) ?? 0)
      if (settings !== undefined || count === 0) continue
      const methods = count === 1 ? 'The method that names' : `The ${count} methods that name`
      const verb = count === 1 ? 'is' : 'are'
      yield { record: id, message: `${methods} "${name}" ${verb} open to everybody: nothing decides for it.` }
    }
  },
})
