import { pathParameterNames } from '../facts/parameters.ts'
import { defineRule } from '../rule.ts'

export const uriParameterUnknown = defineRule({
  id: 'uri-parameter-unknown',
  severity: 'warning',
  title: 'The address of a service names a parameter that is never filled',
  why: '`{name}` in the address is filled by a mapping to `integration.request.path.name` or by the path parameter of that name. Here is neither, so it becomes empty.',
  mend: 'Name a parameter of the path, or map one to it.',
  on: ['method'],
  *check(method, scope) {
    const integration = scope.find('integration', method.integration)
    if (!integration?.uri || (integration.type !== 'http' && integration.type !== 'http_proxy')) return
    const wanted = pathParameterNames(integration.uri.replace(/\$\{[^{}]*\}/g, ''))
    if (wanted.length === 0) return
    const path = scope.pathOf(method.resource)
    const filled = new Set(pathParameterNames(path))
    for (const name of wanted) {
      if (filled.has(name) || integration.requestParameters?.[`integration.request.path.${name}`]) continue
      const message = `Nothing fills {${name}} of ${integration.uri} when ${method.httpMethod} ${path} is called.`
      yield { path: ['integration'], message }
    }
  },
})
