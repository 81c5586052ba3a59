import { defineRule } from '../rule.ts'

export const optionsShadowedByCors = defineRule({
  id: 'options-shadowed-by-cors',
  severity: 'warning',
  title: 'CORS answers before this OPTIONS method',
  why: 'With CORS settings the gateway answers preflights itself, so this method sees only OPTIONS requests that are none.',
  mend: 'Delete the method, or the CORS settings of the API.',
  *check({ all, api, tree }) {
    if (!api?.cors) return
    for (const { id, httpMethod, resource } of all('method')) {
      if (httpMethod !== 'OPTIONS') continue
      const path = tree.paths.get(resource) ?? '?'
      const message = `Preflights to ${path} are answered by the CORS settings of the API and never reach OPTIONS ${path}.`
      yield { record: id, path: ['httpMethod'], message }
    }
  },
})
