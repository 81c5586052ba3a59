import { declaredParameters, parameterKey, pathParameterNames } from '../facts/parameters.ts'
import { defineRule } from '../rule.ts'

const places: Readonly<Record<string, string>> = {
  querystring: 'query',
  multivaluequerystring: 'query',
  header: 'header',
  multivalueheader: 'header',
}

export const mappingParameterUndeclared = defineRule({
  id: 'mapping-parameter-undeclared',
  severity: 'warning',
  title: 'A mapping reads a parameter that the method does not have',
  why: 'A path parameter that the path does not hold is always empty. Amazon refuses to import a mapping from a query parameter or header that the method does not declare.',
  mend: 'Declare the parameter, or map from one that there is.',
  on: ['method'],
  *check(method, scope) {
    const integration = scope.find('integration', method.integration)
    const sources = Object.values(integration?.requestParameters ?? {})
    if (sources.length === 0) return
    const path = scope.pathOf(method.resource)
    const inPath = new Set(pathParameterNames(path))
    const declared = new Set(
      declaredParameters(method, scope).map(({ parameter }) => parameterKey(parameter)),
    )
    for (const source of sources) {
      const [, place = '', name = ''] = /^method\.request\.(\w+)\.(.+)$/.exec(source) ?? []
      const isMissing =
        place === 'path'
          ? !inPath.has(name)
          : scope.facts.isAws && places[place] !== undefined && !declared.has(`${places[place]} ${name}`)
      if (!isMissing) continue
      const message = `The integration reads ${source}, and ${method.httpMethod} ${path} has no such parameter.`
      yield { path: ['parameters'], message }
    }
  },
})
