import type { Integration } from '@penstock/model'

/** The Amazon service that an integration calls, "sqs"; null for functions and for what is none. */
export function cloudService({ type, uri, function: fn }: Integration): string | null {
  if ((type !== 'aws' && type !== 'aws_proxy') || fn !== undefined) return null
  const service = /^arn:[^:]+:apigateway:[^:]*:(?:[^:]*\.)?([^:.]+):(?:path|action)\//.exec(uri ?? '')?.[1]
  return service === undefined || service === 'lambda' ? null : service
}
