import { isAuthorised } from '../facts/access.ts'
import { defineRule } from '../rule.ts'

/** So many of an API's methods have to be closed before an open one is an oversight. */
const share = 0.8
const fewest = 4

export const openMethod = defineRule({
  id: 'open-method',
  severity: 'warning',
  title: 'An open method among closed ones',
  why: 'Nearly all methods of this API ask who calls, and this one does not. A new method that was forgotten looks just like this.',
  mend: 'Give it the authorizer of the others. If it is meant to be open, say so with an empty `security` list, or switch the check off for it.',
  *check({ all, api, tree }) {
    const methods = [...all('method')].filter(({ httpMethod }) => httpMethod !== 'OPTIONS')
    const open = methods.filter((method) => !isAuthorised(method, api))
    if (methods.length < fewest || methods.length - open.length < methods.length * share) return
    for (const { id, httpMethod, resource, security } of open) {
      if (security?.length === 0) continue
      const path = tree.paths.get(resource) ?? '?'
      const message = `Anybody may call ${httpMethod} ${path}; the other methods ask who calls.`
      yield { record: id, path: ['authorizer'], message }
    }
  },
})
