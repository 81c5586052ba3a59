import type { Integration } from '@penstock/model'

/** Why what an integration calls can't be called, for the reason that is given to callers and authors. */
export function serviceOf({ uri }: Integration): string {
  const service = /^arn:[^:]*:apigateway:[^:]*:([^:]+):/.exec(uri ?? '')?.[1]
  if (service !== undefined && service !== 'lambda')
    return `This integration calls the Amazon service ${service} in a way that is not known.`
  return uri === undefined ? 'This integration names no function.' : `"${uri}" names no function.`
}
