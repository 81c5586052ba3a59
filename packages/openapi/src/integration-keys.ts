import { type Definition, type RecordId, recordsOf, resourceTree } from '@penstock/model'

/** The integration of descriptions that name none: answers from examples until it is pointed somewhere. */
export const sharedMockKey = 'mock-from-examples'
export const sharedMockName = 'Mock from examples'

/** In an integration's `rest`: its key in `components.x-amazon-apigateway-integrations`. Never exported itself. */
export const componentHint = 'x-penstock-component'

/** Natural keys of integrations: the component's name, or the method that it serves alone. */
export function* integrationKeys(definition: Definition): Generator<[key: string, id: RecordId]> {
  const { paths } = resourceTree(definition)
  const users = new Map<RecordId, string | null>()
  for (const method of recordsOf(definition, 'method')) {
    if (method.integration === undefined) continue
    const user = `${method.httpMethod} ${paths.get(method.resource) ?? method.resource}`
    users.set(method.integration, users.has(method.integration) ? null : user)
  }
  for (const integration of recordsOf(definition, 'integration')) {
    const component = integration.rest?.[componentHint]
    if (typeof component === 'string') yield [`components/${component}`, integration.id]
    const user = users.get(integration.id)
    if (typeof user === 'string') yield [user, integration.id]
  }
}
