import type { ChangeView } from '@penstock/server'

/** What a list calls changes of a kind of record. */
export const kindNames: Readonly<Record<ChangeView['kind'], string>> = {
  api: 'API',
  resource: 'Paths',
  method: 'Operations',
  route: 'WebSocket routes',
  integration: 'Integrations',
  upstream: 'Upstreams',
  authorizer: 'Authorizers',
  validator: 'Validators',
  model: 'Models',
  component: 'Components',
  gatewayResponse: 'Gateway responses',
  function: 'Functions',
  example: 'Examples',
  documentation: 'Documentation',
  opaque: 'Other parts',
}
