import { z } from 'zod'
import { failedCallSchema } from './failed-call.ts'
import { stageLimitsSchema } from './stage-limits.ts'

/** Header by which a call shows that it may see a draft; a gateway never passes it on. */
export const previewTokenHeader = 'x-penstock-preview'

/** A token bucket: `rateLimit` tokens a second flow in, `burstLimit` fit, and each request takes one. */
export const limitSchema = z.strictObject({
  rateLimit: z.number().min(0),
  burstLimit: z.number().int().min(0),
})
export type Limit = z.infer<typeof limitSchema>

/** How often the methods of a stage may be called, each by itself. */
export const stageThrottleSchema = z.strictObject({
  /** Of every method that `methods` does not name. */
  ...limitSchema.partial().shape,
  /** `GET /pets/{petId}` → its own limit. */
  methods: z.record(z.string(), limitSchema).optional(),
})
export type StageThrottle = z.infer<typeof stageThrottleSchema>

/** Whether the answers of methods are kept, for how long, and what callers have a say in. */
export const cacheRuleSchema = z.strictObject({
  enabled: z.boolean().optional(),
  /** 0: nothing is kept. Absent: 300. */
  ttlSeconds: z.number().int().min(0).optional(),
  /** Amazon's `cacheDataEncrypted`, kept for exports: what is kept in memory is not encrypted. */
  encrypted: z.boolean().optional(),
  /** `Cache-Control: max-age=0` renews an answer only where this is false. */
  requireAuthorization: z.boolean().optional(),
  /** What becomes of a call that asks for that and may not; absent: it is answered with a header `Warning`. */
  unauthorized: z
    .enum(['FAIL_WITH_403', 'SUCCEED_WITH_RESPONSE_HEADER', 'SUCCEED_WITHOUT_RESPONSE_HEADER'])
    .optional(),
})
export type CacheRule = z.infer<typeof cacheRuleSchema>

/** The response cache of a stage. Its own rule is that of its GET methods; others are cached where they are named. */
export const stageCacheSchema = z.strictObject({
  ...cacheRuleSchema.shape,
  /** How much a node keeps of the stage; absent: 64 MiB. */
  sizeBytes: z.number().int().positive().optional(),
  /** `GET /pets/{petId}` → what differs of it. */
  methods: z.record(z.string(), cacheRuleSchema).optional(),
  /** Milliseconds since the epoch: what was kept before is gone. */
  flushedAt: z.number().int().optional(),
})
export type StageCache = z.infer<typeof stageCacheSchema>

/** What lets the holders of keys in to a stage. No value of a key is in it, only what tells that it is shown. */
export const stagePlanSchema = z.strictObject({
  id: z.string(),
  /** Of each key by itself, over all stages of the plan. */
  throttle: limitSchema.optional(),
  /** Those that are enabled. */
  keys: z.array(
    z.strictObject({
      id: z.string(),
      /** SHA-256 of the value, base64url. */
      hash: z.string(),
    }),
  ),
})
export type StagePlan = z.infer<typeof stagePlanSchema>

const stageSettingsSchema = z.strictObject({
  variables: z.record(z.string(), z.string()),
  throttle: stageThrottleSchema.optional(),
  /** Absent: nothing is cached. */
  cache: stageCacheSchema.optional(),
  limits: stageLimitsSchema.optional(),
  /** Absent: nobody is let in to a route that asks for a key. */
  plans: z.array(stagePlanSchema).optional(),
})

/** What tells callers apart, so that each stays on one side of a stage that has a canary. */
export const stickySchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('apiKey') }),
  z.strictObject({ by: z.literal('sourceAddress') }),
  z.strictObject({ by: z.literal('header'), name: z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,128}$/) }),
  z.strictObject({ by: z.literal('cookie'), name: z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,128}$/) }),
])
export type Sticky = z.infer<typeof stickySchema>

/** A second deployment of a stage, and how much of its traffic that gets. */
export const canaryStateSchema = z.strictObject({
  /** Null: the control plane can't name it now; a node that serves this deployment goes on with it. */
  bundle: z.string().nullable(),
  version: z.number().int(),
  deployment: z.string(),
  /** Of the stage's requests, 0 to 100. */
  percentTraffic: z.number().min(0).max(100),
  /** Absent: chance decides of each request, as on Amazon. */
  sticky: stickySchema.optional(),
  /** The same on every node and for as long as there is a canary: whom it is for does not change with its content. */
  seed: z.string(),
  /** The stage's, with those that the canary has of its own. */
  variables: z.record(z.string(), z.string()),
})
export type CanaryState = z.infer<typeof canaryStateSchema>

/**
 * What passes between the control plane and a gateway node, over HTTP with a bearer token:
 *
 *     GET  /gateway/v1/sync?node=ID      SSE; each `state` event is a whole DesiredState
 *     GET  /gateway/v1/bundles/HASH      the bundle's bytes
 *     POST /gateway/v1/acks              Ack
 *     POST /gateway/v1/requests          RequestBatch
 *     POST /gateway/v1/health            HealthReport (target-health.ts)
 */
export const stageStateSchema = z.strictObject({
  /** Slug of the API. */
  api: z.string(),
  stage: z.string(),
  bundle: z.string(),
  /** Number of the deployment for people (`v41`); null for a preview. */
  version: z.number().int().nullable(),
  deployment: z.string().nullable(),
  /** Take effect without a deployment. */
  settings: stageSettingsSchema,
  /** A preview's: it answers only calls that show this token in the header `previewTokenHeader`. */
  access: z.strictObject({ token: z.string().min(1) }).optional(),
  canary: canaryStateSchema.optional(),
})
export type StageState = z.infer<typeof stageStateSchema>

/**
 * A stage that is wanted, but whose bundle the control plane can't name now: a node goes on with what it serves, and
 * keeps it on its disk, with the settings that are told: who is let in waits for no bundle. A stage that is not in the
 * state at all is no longer served.
 */
export const heldStageSchema = z.strictObject({
  api: z.string(),
  stage: z.string(),
  bundle: z.null(),
  settings: stageSettingsSchema.optional(),
  canary: canaryStateSchema.optional(),
})
export type HeldStage = z.infer<typeof heldStageSchema>

/**
 * What a node does not know of here it leaves out: an older node follows a newer control plane. Not so of a stage, where
 * what is new may say who is let in; such a state is refused, and the node serves on.
 */
export const desiredStateSchema = z.object({
  /** Grows by one with each change; an ack names the one it is about. */
  revision: z.number().int(),
  stages: z.array(z.union([stageStateSchema, heldStageSchema])),
  /** Where clients of the gateway find the pages of docs/errors; absent when no address is known to reach them. */
  errorPages: z.url().optional(),
  /** What a call of `inspectPath` shows; a node without it answers none. */
  inspection: z.strictObject({ token: z.string().min(1) }).optional(),
})
export type DesiredState = z.infer<typeof desiredStateSchema>

/** Octets of a request line and headers that a node takes which was started with no other number. */
export const usualHeadBytes = 32 * 1024

export const ackSchema = z.strictObject({
  node: z.string(),
  revision: z.number().int(),
  /** Public base URL of the node's HTTP listener. */
  url: z.string(),
  /** Octets of a request line and headers that the node takes at most; absent: `usualHeadBytes`. */
  headBytes: z.number().int().optional(),
  stages: z.array(
    z.strictObject({
      api: z.string(),
      stage: z.string(),
      /** The bundle that serves now: the wanted one, or the old one when the wanted one was refused. */
      bundle: z.string().nullable(),
      error: z.strictObject({ code: z.string(), message: z.string() }).optional(),
      /** Of a stage that shall have one; without a bundle all requests go to the other side. */
      canary: z
        .strictObject({
          bundle: z.string().nullable(),
          error: z.strictObject({ code: z.string(), message: z.string() }).optional(),
        })
        .optional(),
    }),
  ),
})
export type Ack = z.infer<typeof ackSchema>

/**
 * Who called, as far as a request says it. Nothing checked that: it tells callers apart, and proves nothing. The id is a
 * keyed hash, the same on all nodes that share a gateway token; what was shown never leaves the node.
 */
export const consumerSchema = z.strictObject({
  /** What tells this one from others: an API key, whoever a credential is of, or only where the call came from. */
  kind: z.enum(['key', 'credential', 'address']),
  id: z.string().regex(/^[\w-]{1,40}$/),
  /** First word of the User-Agent, where an address is all that is known: `curl`. */
  client: z
    .string()
    .regex(/^[\w.+-]{1,40}$/)
    .optional(),
})
export type Consumer = z.infer<typeof consumerSchema>

/**
 * How a response cache was of use: `hit` answered without the integration, `miss` called it, and so did `renewed`, which asked
 * for a new answer and may. `bypass` is a request that the cache is not for; `refused` asked for a new answer and got an error.
 */
export const cacheUseSchema = z.enum(['hit', 'miss', 'renewed', 'bypass', 'refused'])
export type CacheUse = z.infer<typeof cacheUseSchema>

export const requestRecordSchema = z.strictObject({
  id: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number(),
  api: z.string(),
  stage: z.string(),
  version: z.number().int().nullable(),
  /** Went to the canary; absent: to the stage's own deployment. */
  canary: z.literal(true).optional(),
  method: z.string(),
  /** Path without the query: queries carry secrets. */
  path: z.string(),
  /** Id of the method record; null when no route matched. */
  route: z.string().nullable(),
  status: z.number().int(),
  durationMs: z.number(),
  /** From the call of the integration to the head of its answer, or to its failure; null: there was neither. */
  integrationMs: z.number().nullable(),
  /** When the integration was called, since the beginning of the request. Absent where none was. */
  integrationAtMs: z.number().optional(),
  /** Set when the gateway itself made the answer: the code, the phase and the cause in words. */
  error: z.strictObject({ code: z.string(), phase: z.string(), cause: z.string() }).optional(),
  /** The call that failed, or whose answer could not be used; of the first of many failures only. */
  call: failedCallSchema.optional(),
  /** The targets of an upstream that were called, in this order: the last is the one that answered, or that failed last. */
  targets: z.array(z.string()).optional(),
  /** Absent where the route is not cached, or was not reached. */
  cache: cacheUseSchema.optional(),
  /** Absent in records of nodes that do not tell. */
  consumer: consumerSchema.optional(),
})
export type RequestRecord = z.infer<typeof requestRecordSchema>

export const requestBatchSchema = z.strictObject({
  node: z.string(),
  /** Requests that were not recorded because the buffer was full. */
  dropped: z.number().int(),
  requests: z.array(requestRecordSchema),
})
export type RequestBatch = z.infer<typeof requestBatchSchema>
