/** What an integration URI of Amazon's says: which service, where, and what of it. */
export interface ServiceUri {
  /** May hold `${stageVariables.name}`, as all of it may. */
  readonly region: string
  /** As it is written: `sqs`, `bucket.s3`. */
  readonly service: string
  readonly form: 'path' | 'action'
  /** Path without its first slash, or `Name&parameter=value&…`. */
  readonly rest: string
}

/**
 * `arn:aws:apigateway:REGION:[SUBDOMAIN.]SERVICE:path/PATH` or `…:action/NAME[&PARAMETER=VALUE…]` (Amazon API Gateway API
 * reference, `Integration.uri`). Null: it is none.
 */
export function parseServiceUri(uri: string): ServiceUri | null {
  const [, region, service, form, rest] =
    /^arn:[^:]*:apigateway:([^:]+):([^:]+):(path|action)\/(.*)$/s.exec(uri.trim()) ?? []
  if (region === undefined || service === undefined || rest === undefined) return null
  if (form === 'path') return { region, service, form, rest }
  return rest === '' ? null : { region, service, form: 'action', rest }
}
