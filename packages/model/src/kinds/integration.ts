import { z } from 'zod'
import { escapeSpaces, isRelativeUri, showUrl, urlProblem } from '../base-url.ts'
import { jsonSchema } from '../json.ts'
import { defineKind, reference } from '../kind.ts'

const strings = z.record(z.string(), z.string())

export const integrationResponseSchema = z.strictObject({
  statusCode: z.string(),
  responseParameters: strings.optional(),
  /** Media type → template. */
  responseTemplates: strings.optional(),
  contentHandling: z.enum(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']).optional(),
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type IntegrationResponse = z.infer<typeof integrationResponseSchema>

/** What answers a method. Shared: many methods may point at one. Amazon's vocabulary, so that imports keep meaning. */
export const integrationSchema = z.strictObject({
  kind: z.literal('integration'),
  id: z.string(),
  name: z.string().optional(),
  /** `aws_proxy` with a function is how functions are called; `aws` calls one through templates. */
  type: z.enum(['mock', 'http', 'http_proxy', 'aws', 'aws_proxy']),
  /** Only for `mock`: answers come from the method's examples and schemas, not from templates. */
  fromExamples: z.boolean().optional(),
  httpMethod: z.string().optional(),
  /**
   * Absolute, or relative to `upstream`. May hold `{pathParameter}` and `${stageVariables.name}`. Absent with an
   * upstream: the path of the request goes through as it came.
   */
  uri: z.string().optional(),
  upstream: z.string().optional(),
  function: z.string().optional(),
  payloadFormatVersion: z.enum(['1.0', '2.0']).optional(),
  timeoutMs: z.number().int().optional(),
  requestParameters: strings.optional(),
  requestTemplates: strings.optional(),
  passthroughBehavior: z.enum(['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER']).optional(),
  contentHandling: z.enum(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']).optional(),
  /** Selection pattern (or `default`) → response. */
  responses: z.record(z.string(), integrationResponseSchema).optional(),
  insecureSkipVerification: z.boolean().optional(),
  /** Whether a proxy's answer is sent on once it is whole, or as it comes. */
  responseTransferMode: z.enum(['BUFFERED', 'STREAM']).optional(),
  /** Other members of the imported object (credentials, cacheKeyParameters, x-…), kept for export. */
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type Integration = z.infer<typeof integrationSchema>

export const integrationKind = defineKind({
  kind: 'integration',
  idPrefix: 'int_',
  schema: integrationSchema,
  defaults: { fromExamples: false, insecureSkipVerification: false, responseTransferMode: 'BUFFERED' },
  references: (integration) => [
    ...reference('upstream', ['upstream'], integration.upstream),
    ...reference('function', ['function'], integration.function),
  ],
  label: (integration) => integration.name ?? integration.uri ?? integration.type,
  check({ id, type, uri, upstream, rest }, { api }) {
    if (uri === undefined || (type !== 'http' && type !== 'http_proxy')) return []
    // Calls of Amazon's own networks and services, which are refused for another reason.
    if (rest?.['connectionType'] === 'VPC_LINK' || rest?.['integrationSubtype'] !== undefined) return []
    if (upstream !== undefined && isRelativeUri(uri)) return []
    // Spaces of a path or a query are escaped when it is called.
    const problem = urlProblem(escapeSpaces(uri.trim()))
    if (!problem) return []
    const { message, ...suggestion } = problem
    return [
      {
        code: 'integration-uri-invalid',
        // Amazon imports one with a warning, and the calls of that one integration fail.
        severity: api?.compatibility === 'aws' ? 'warning' : 'error',
        message: `The URI of an integration ${message}: "${showUrl(uri)}".`,
        location: { record: id, path: ['uri'] },
        ...suggestion,
      },
    ]
  },
  connects: { upstream: 'upstream', function: 'function' },
})
