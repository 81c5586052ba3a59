import type { Integration } from '@penstock/model'

/** The Amazon service that an integration calls, "sqs"; null for functions and for what is none. */
export function cloudService({ type, uri, function: fn }: Integration): string | null {
  if ((type !== 'aws' && type !== 'aws_proxy') || fn !== undefined) return null
  const service = /^arn:[^:]+:apigateway:[^:]*:(?:[^:]*\.)?([^:.]+):(?:path|action)\//.exec(uri ?? '')?.[1]
  return service === undefined || service === 'lambda' ? null : service
}

/**
 * What an integration calls, as short as it says which: of an address of Amazon's the function's name, or the service
 * with its action or path; any other address as it is.
 */
export function calledOf({ uri }: Pick<Integration, 'uri'>): string | undefined {
  const lambda = /^arn:[^:]+:apigateway:.*\/functions\/(.+)\/invocations$/.exec(uri ?? '')?.[1]
  if (lambda !== undefined) return /^arn:[^:]+:lambda:[^:]*:[^:]*:function:(.+)$/.exec(lambda)?.[1] ?? lambda
  const [, service, called] =
    /^arn:[^:]+:apigateway:[^:]*:(?:[^:]*\.)?([^:.]+):(?:path|action)\/(.*)$/.exec(uri ?? '') ?? []
  return service === undefined ? uri : `${service} ${called}`.trim()
}
