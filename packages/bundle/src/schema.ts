import { z } from 'zod'

/** The newest bundle format that this build reads. */
export const bundleFormat = 10

/**
 * The format that a bundle is written in: the oldest that has all that is in it, so that a gateway of an older build goes on
 * with what it can run, and says of the rest that it is too new.
 */
export function formatOf({
  routes,
  integrations,
  websocket,
}: Pick<Bundle, 'routes' | 'integrations' | 'websocket'>): Bundle['format'] {
  const pools = integrations.flatMap((one) => ('pool' in one && one.pool ? [one.pool] : []))
  if (integrations.some((one) => one.kind === 'http' && one.tls !== undefined)) return 10
  if (integrations.some((one) => isTimed(one) && one.timeoutMs === undefined)) return 9
  if (integrations.some((one) => one.kind === 'function' && one.streams)) return 8
  if (pools.some(isOfFormat7)) return 7
  if (pools.length > 0) return 6
  if (routes.some(({ cache }) => cache !== undefined)) return 5
  if (routes.some(({ apiKey }) => apiKey)) return 4
  if (routes.some(({ validation }) => validation !== undefined)) return 3
  if (integrations.some((one) => 'responseParameters' in one || isOfAmazon(one))) return 3
  return websocket === undefined ? 1 : 2
}

function isOfFormat7({ healthCheck, slowStartMs, ejection }: BundlePool): boolean {
  if (healthCheck !== undefined || slowStartMs !== undefined) return true
  return (
    ejection !== undefined &&
    (ejection.failures === undefined || 'ratio' in ejection || 'maxPercent' in ejection)
  )
}

/** Waits for somebody else's answer, by itself or as long as the stage says. */
export function isTimed(
  integration: BundleIntegration,
): integration is Extract<BundleIntegration, { timeoutMs?: number | undefined }> {
  return timedKinds.has(integration.kind)
}

const timedKinds: ReadonlySet<BundleIntegration['kind']> = new Set(['http', 'function', 'service', 'action'])

function isOfAmazon(integration: BundleIntegration): boolean {
  const { kind } = integration
  return kind === 'service' || kind === 'action' || (kind === 'function' && integration.arn !== undefined)
}

const strings = z.record(z.string(), z.string())

/** How an integration's answer becomes the client's. `pattern: null` is the default response. */
const responseSchema = z.strictObject({
  pattern: z.string().nullable(),
  status: z.number().int(),
  /** `method.response.header.X` → mapping expression. */
  parameters: strings.optional(),
  /** Media type → template source. */
  templates: strings.optional(),
  contentHandling: z.enum(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']).optional(),
})
export type BundleResponse = z.infer<typeof responseSchema>

const mappingFields = {
  requestParameters: strings.optional(),
  requestTemplates: strings.optional(),
  passthrough: z.enum(['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER']).optional(),
  contentHandling: z.enum(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']).optional(),
  responses: z.array(responseSchema),
}

/** How TLS is spoken with a backend, where not as with any. */
const tlsSchema = z.strictObject({
  /** Whose certificate it shows, and what it is asked for by; absent: the host that is called. */
  serverName: z.string().optional(),
  /** PEM of who may have issued it; absent: those that the gateway trusts. */
  ca: z.string().optional(),
  /** Name of a certificate of the gateway's own. */
  clientCertificate: z.string().optional(),
})
export type BundleTls = z.infer<typeof tlsSchema>

/** A call that each gateway makes from time to time to find out whether a target can be called. */
const healthCheckSchema = z.strictObject({
  /** Path and query. */
  path: z.string(),
  method: z.string(),
  /** Of the upstream: what targets are called by. May hold `${stageVariables.name}`. */
  url: z.string(),
  intervalMs: z.number().int().min(1),
  timeoutMs: z.number().int().min(1),
  /** Checks in a row that bring a target back, and that take it out. */
  healthy: z.number().int().min(1),
  unhealthy: z.number().int().min(1),
  /** Absent: 200 to 399. */
  statuses: z.array(z.number().int()).optional(),
  tls: tlsSchema.optional(),
})
export type BundleHealthCheck = z.infer<typeof healthCheckSchema>

/** The places where an upstream runs, and how one is chosen for a call. */
const poolSchema = z.strictObject({
  /** Of the upstream: what metrics know it by, unique in an API. */
  name: z.string(),
  targets: z
    .array(
      z.strictObject({
        /** `http://host:port`; may hold `${stageVariables.name}`. */
        origin: z.string(),
        weight: z.number().int().min(1),
        /** Called only when none of the others can be. */
        backup: z.literal(true).optional(),
      }),
    )
    .min(1),
  balancing: z.discriminatedUnion('policy', [
    z.strictObject({ policy: z.literal('round_robin') }),
    z.strictObject({ policy: z.literal('least_connections') }),
    z.strictObject({
      policy: z.literal('consistent_hash'),
      by: z.enum(['header', 'cookie', 'source_ip', 'path']),
      name: z.string().optional(),
    }),
  ]),
  /** Other targets that are tried after the first. */
  retries: z.number().int().min(0),
  tryTimeoutMs: z.number().int().optional(),
  retryStatuses: z.array(z.number().int()).optional(),
  ejection: z
    .strictObject({
      /** In a row. */
      failures: z.number().int().optional(),
      /** Failed calls of a hundred, once there were so many in the window. */
      ratio: z
        .strictObject({ percent: z.number(), calls: z.number().int(), overMs: z.number().int() })
        .optional(),
      forMs: z.number().int(),
      maxMs: z.number().int(),
      /** Of the targets, that may be left out together; one always may. Absent: 100. */
      maxPercent: z.number().optional(),
    })
    .optional(),
  healthCheck: healthCheckSchema.optional(),
  /** Until a target that is new or back gets its whole share; absent: it gets it at once. */
  slowStartMs: z.number().int().min(1).optional(),
})
export type BundlePool = z.infer<typeof poolSchema>

export const integrationSchema = z.discriminatedUnion('kind', [
  /** Answers each route with its own examples (`route.examples`). */
  z.strictObject({ kind: z.literal('example') }),
  /** Amazon's mock: the request template renders `{statusCode}`, which selects the response. */
  z.strictObject({ kind: z.literal('mock'), ...mappingFields }),
  z.strictObject({
    kind: z.literal('http'),
    /** True: pass the request through; false: build it from templates. */
    proxy: z.boolean(),
    /** Absent or `ANY`: the client's method. */
    method: z.string().optional(),
    /** Absolute URI, with `{pathParameter}` and `${stageVariables.name}`. */
    uri: z.string(),
    /** Append the request's own path to `uri` (an upstream base URL without a path of its own). */
    appendPath: z.boolean().optional(),
    /** Where connections go instead of to the URI's host, which is the name that they are called by. */
    pool: poolSchema.optional(),
    /** Absent, here and below: as long as the stage says. */
    timeoutMs: z.number().int().optional(),
    insecureSkipVerification: z.boolean().optional(),
    tls: tlsSchema.optional(),
    /** Status of an answer → what an HTTP API changes of it: `append:header.a`, `overwrite:statuscode` → source. */
    responseParameters: z.record(z.string(), strings).optional(),
    ...mappingFields,
  }),
  z.strictObject({
    kind: z.literal('function'),
    /** Name of a function of this bundle; may hold `${stageVariables.name}`. */
    function: z.string(),
    /** `proxy`: Lambda proxy event and answer; otherwise templates make the event and the answer. */
    proxy: z.boolean(),
    payloadFormatVersion: z.enum(['1.0', '2.0']),
    /** Time until the answer is there; of one that streams, until its end. Absent: as long as the stage says. */
    timeoutMs: z.number().int().optional(),
    /** Of a proxy: its answer is sent on as the function writes it. */
    streams: z.literal(true).optional(),
    /** As the integration writes it; called at Lambda where this bundle has no function of the name. */
    arn: z.string().optional(),
    ...mappingFields,
  }),
  /** One of Amazon's services, called with what templates make. */
  z.strictObject({
    kind: z.literal('service'),
    /** `arn:aws:apigateway:REGION:SERVICE:path/…` or `:action/…` (`parseServiceUri`). */
    uri: z.string(),
    /** Absent or `ANY`: the client's method. */
    method: z.string().optional(),
    timeoutMs: z.number().int().optional(),
    ...mappingFields,
  }),
  /** One action of one of Amazon's services, as HTTP APIs call it. */
  z.strictObject({
    kind: z.literal('action'),
    /** `SQS-SendMessage` */
    subtype: z.string(),
    /** Parameter of the action → where its value comes from. */
    parameters: strings,
    timeoutMs: z.number().int().optional(),
  }),
  /** Something this gateway does not run: every call is refused with the reason, never answered as if it were open. */
  z.strictObject({ kind: z.literal('unsupported'), reason: z.string() }),
])
export type BundleIntegration = z.infer<typeof integrationSchema>

const exampleSchema = z.strictObject({
  status: z.number().int(),
  contentType: z.string().nullable(),
  /** Index into `bodies`; null for an empty body. */
  body: z.number().int().nullable(),
  headers: strings.optional(),
})
export type BundleExample = z.infer<typeof exampleSchema>

const parameterSchema = z.strictObject({
  in: z.enum(['path', 'query', 'header', 'cookie']),
  name: z.string(),
  required: z.literal(true).optional(),
  /** How its text is to be read (OpenAPI 3), where it is not the usual way of its place. */
  style: z
    .enum(['simple', 'label', 'matrix', 'form', 'spaceDelimited', 'pipeDelimited', 'deepObject'])
    .optional(),
  explode: z.boolean().optional(),
  /** Its text is JSON. */
  json: z.literal(true).optional(),
  /** Key of `schemas`; absent: any value will do. */
  schema: z.string().optional(),
})
export type BundleParameter = z.infer<typeof parameterSchema>

/** What is held against a request before anything is done for it. */
const validationSchema = z.strictObject({
  parameters: z.array(parameterSchema).optional(),
  body: z
    .strictObject({
      required: z.boolean(),
      /** Media type, in lower case and without parameters, or `$default` → key of `schemas`; null: such bodies are not looked into. */
      types: z.record(z.string(), z.string().nullable()),
    })
    .optional(),
})
export type BundleValidation = z.infer<typeof validationSchema>

const routeSchema = z.strictObject({
  /** Id of the method record: what logs, traces and the canvas know this route by. */
  id: z.string(),
  resource: z.string(),
  /** Upper case, or `ANY`. */
  method: z.string(),
  /** `/pets/{petId}`, `/files/{proxy+}`; a segment may mix text and parameters (`{id}.json`). */
  path: z.string(),
  operationId: z.string().optional(),
  /** Index into `integrations`; null: the method has none yet and answers so. */
  integration: z.number().int().nullable(),
  /** Set when the method asks for something this gateway can't check: the route is refused (fail closed). */
  refused: z.strictObject({ responseType: z.string(), reason: z.string() }).optional(),
  /** Callers show a key of one of the stage's plans in the header `x-api-key`. */
  apiKey: z.literal(true).optional(),
  /** First is what a call gets; others are chosen by `Prefer: status=…` or by Accept. */
  examples: z.array(exampleSchema).optional(),
  /** Status code → header names that the method response declares (Amazon's mapping needs them). */
  methodResponses: z.array(z.string()).optional(),
  validation: validationSchema.optional(),
  /** What tells its cached answers apart, where the integration says it. */
  cache: z
    .strictObject({
      /** Absent: its resource. Routes of one namespace share what is kept. */
      namespace: z.string().optional(),
      /** `method.request.querystring.page`, as the integration names it → where its value comes from. */
      key: strings,
    })
    .optional(),
})
export type BundleRoute = z.infer<typeof routeSchema>

const messageRouteSchema = z.strictObject({
  /** Id of the route record. */
  id: z.string(),
  /** `$connect`, `$disconnect`, `$default`, or what messages ask for it by. */
  key: z.string(),
  operationName: z.string().optional(),
  /** Index into `integrations`; null: it has none. */
  integration: z.number().int().nullable(),
  refused: z.strictObject({ responseType: z.string(), reason: z.string() }).optional(),
  /** What the integration answers goes back to the client. */
  answers: z.boolean(),
})
export type BundleMessageRoute = z.infer<typeof messageRouteSchema>

const corsSchema = z.strictObject({
  allowOrigins: z.array(z.string()),
  allowMethods: z.array(z.string()),
  allowHeaders: z.array(z.string()),
  exposeHeaders: z.array(z.string()),
  allowCredentials: z.boolean(),
  maxAgeSeconds: z.number().int().optional(),
})
export type BundleCors = z.infer<typeof corsSchema>

const functionSchema = z.strictObject({
  name: z.string(),
  code: z.string(),
  handler: z.string(),
  timeoutMs: z.number().int(),
  memoryMb: z.number().int(),
  environment: strings,
})
export type BundleFunction = z.infer<typeof functionSchema>

const gatewayResponseSchema = z.strictObject({
  status: z.number().int().optional(),
  /** `gatewayresponse.header.X` → expression. */
  parameters: strings,
  templates: strings,
})

/**
 * Everything a gateway needs of one snapshot, and nothing else. Immutable and deterministic: the same snapshot gives
 * the same bytes, and the bytes' SHA-256 is the bundle's name. Stage settings (variables) are not in it.
 */
export const bundleSchema = z.strictObject({
  /**
   * 2 has `websocket`, 3 has `validation` and `responseParameters`, and calls Amazon's services and functions, 4 has
   * `apiKey`, 5 has `cache`, 6 has `pool`, 7 has pools with `healthCheck` or `slowStartMs`, and with more in `ejection`, 8 has
   * functions with `streams`, 9 leaves out the `timeoutMs` that an integration does not say, 10 has `tls`.
   */
  format: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
  api: z.strictObject({
    id: z.string(),
    name: z.string(),
    type: z.enum(['REST', 'HTTP', 'WEBSOCKET']),
    compatibility: z.enum(['native', 'aws']),
    binaryMediaTypes: z.array(z.string()),
    cors: corsSchema.optional(),
  }),
  routes: z.array(routeSchema),
  /** Of a WebSocket API, and of no other. */
  websocket: z
    .strictObject({
      /** Makes of a message the key of its route. */
      selection: z.string(),
      routes: z.array(messageRouteSchema),
    })
    .optional(),
  integrations: z.array(integrationSchema),
  functions: z.array(functionSchema),
  /** Amazon's response type → what it looks like. */
  gatewayResponses: z.record(z.string(), gatewayResponseSchema),
  /** JSON Schemas of draft 2020-12 that requests are held against. A `$ref` in one is the key of another. */
  schemas: z.record(z.string(), z.union([z.boolean(), z.record(z.string(), z.unknown())])).optional(),
  /** Example bodies, each once. */
  bodies: z.array(z.string()),
})
export type Bundle = z.infer<typeof bundleSchema>
