import type { Integration } from '@penstock/model'

/** Says which Amazon service an integration wanted, for the reason that is given to callers and authors. */
export function serviceOf(integration: Integration): string {
  const subtype = integration.rest?.['integrationSubtype']
  const service =
    typeof subtype === 'string'
      ? subtype
      : /^arn:[^:]*:apigateway:[^:]*:([^:]+):/.exec(integration.uri ?? '')?.[1]
  if (service !== undefined && service !== 'lambda')
    return `This integration calls the Amazon service ${service}.`
  return integration.uri === undefined
    ? 'This integration names no function.'
    : `"${integration.uri}" names no function.`
}
