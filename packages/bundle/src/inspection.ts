import { z } from 'zod'
import { excerptSchema, headersSchema } from './excerpt.ts'
import { stageStateSchema } from './sync.ts'

/**
 * What a gateway tells about one request: which route answers and why the others don't, phase by phase what went in
 * and what came out, and the call that the integration makes. Asked of a node's own HTTP port:
 *
 *     POST /.penstock/inspect      InspectRequest, with the bearer token of DesiredState.inspection → Inspection
 *
 * No slug begins with a dot, so the path is no API's.
 */
export const inspectPath = '/.penstock/inspect'

/** The newest format of an inspection. */
export const inspectionFormat = 1

/** What is kept of each body that is shown, and of the answer's, in bytes. */
export const excerptLimit = 64 * 1024
export const answerLimit = 1024 * 1024

/** A request target as HTTP can carry it: what a parser would refuse must not come in by this door. */
const targetSchema = z.string().regex(/^\/[\x21-\x7e\x80-\xff]*$/, 'begins with / and holds no spaces')
const headerNameSchema = z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, 'is no name of a header')
const headerValueSchema = z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, 'holds characters that no header may')

export const inspectRequestSchema = z.strictObject({
  /** Slug of the API. */
  api: z.string(),
  stage: z.string(),
  method: z.string().regex(/^[A-Z]{1,20}$/, 'is written in capital letters'),
  /** What follows the stage, query included. */
  target: targetSchema,
  headers: z.array(z.tuple([headerNameSchema, headerValueSchema])),
  /** Base64. */
  body: z.base64().optional(),
  /** `explain` stops before the integration is called; `send` calls it and answers. */
  mode: z.enum(['explain', 'send']),
  /** Id of the method record that is run whatever the path; a parameter that the path does not have is empty. */
  route: z.string().optional(),
  /** In place of what the stage serves, if there is such a stage at all: this bundle, with these settings. */
  content: stageStateSchema.pick({ bundle: true, settings: true }).optional(),
})
export type InspectRequest = z.infer<typeof inspectRequestSchema>

/** A request or an answer as it was at the door of a phase; a phase names what it knows. */
const messageSchema = z.strictObject({
  method: z.string().optional(),
  url: z.string().optional(),
  status: z.number().int().optional(),
  headers: headersSchema.optional(),
  body: excerptSchema.nullable().optional(),
})
export type InspectedMessage = z.infer<typeof messageSchema>

const noteSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fact'), name: z.string(), value: z.string() }),
  /** A mapping: its expression, where it wrote, and what; null when the source had nothing. */
  z.strictObject({
    kind: z.literal('parameter'),
    from: z.string(),
    to: z.enum(['path', 'querystring', 'header']),
    name: z.string(),
    value: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('template'),
    /** Media type that chose it. */
    type: z.string(),
    source: excerptSchema,
    output: excerptSchema.nullable(),
    /** What it read of parameters, stage variables and `$context`, and what it found there. */
    variables: z.array(z.strictObject({ name: z.string(), value: z.string().nullable() })),
  }),
  /** The response that an integration's answer selected: by which pattern (null: the default), of what. */
  z.strictObject({
    kind: z.literal('selected'),
    pattern: z.string().nullable(),
    selector: z.string().nullable(),
    status: z.number().int(),
  }),
])
export type InspectionNote = z.infer<typeof noteSchema>

const inspectionPhases = [
  'address',
  'cors',
  'route',
  'authorizer',
  'api key',
  'throttle',
  'request',
  'cache',
  'integration request',
  'integration',
  'integration response',
  'response',
] as const

const phaseSchema = z.strictObject({
  name: z.enum(inspectionPhases),
  /** Since the beginning of the request. */
  startMs: z.number(),
  durationMs: z.number(),
  /** `stopped`: only explained, so this is as far as it goes. */
  outcome: z.enum(['passed', 'failed', 'stopped']),
  in: messageSchema.optional(),
  out: messageSchema.optional(),
  notes: z.array(noteSchema),
})
export type InspectionPhase = z.infer<typeof phaseSchema>

/** What the integration is called with. */
const callSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    method: z.string(),
    url: z.string(),
    headers: headersSchema,
    body: excerptSchema.nullable(),
    timeoutMs: z.number(),
  }),
  z.strictObject({
    kind: z.literal('function'),
    /** Name, with stage variables filled in. */
    function: z.string(),
    event: excerptSchema,
    timeoutMs: z.number(),
  }),
  /** Nothing leaves the gateway: the status that the mock's template or the example chose. */
  z.strictObject({ kind: z.literal('mock'), status: z.number().int() }),
  z.strictObject({ kind: z.literal('example'), status: z.number().int() }),
])
export type InspectedCall = z.infer<typeof callSchema>

const routeSchema = z.strictObject({
  /** Ids of the method and resource records. */
  id: z.string(),
  resource: z.string(),
  method: z.string(),
  path: z.string(),
})

/** Why a route did not answer; apps/gateway/src/router/explanation.ts says what each means. */
const lossReasons = [
  'method',
  'any',
  'precedence',
  'greedy',
  'default',
  'segment',
  'longer',
  'shorter',
  'slash',
] as const

const routingSchema = z.strictObject({
  /** What was routed: an override of the method is followed, the stage is cut off. */
  method: z.string(),
  path: z.string(),
  winner: routeSchema.extend({ parameters: z.record(z.string(), z.string()) }).nullable(),
  losers: z.array(routeSchema.extend({ reason: z.enum(lossReasons), sentence: z.string() })),
  /** More routes came near than are named. */
  more: z.boolean(),
})
export type InspectedRouting = z.infer<typeof routingSchema>

export const inspectionSchema = z.strictObject({
  format: z.literal(inspectionFormat),
  mode: z.enum(['explain', 'send']),
  /** Under which the request is found in the log, when it was sent. */
  requestId: z.string(),
  /** Which content answered: a bundle, and the deployment where there is one. */
  bundle: z.string().nullable(),
  version: z.number().int().nullable(),
  deployment: z.string().nullable(),
  /** `planned`: it would call the integration; `answered`: it did; `refused`: the gateway answers itself, with the error. */
  outcome: z.enum(['planned', 'answered', 'refused']),
  /** Null when the request did not get as far as that. */
  routing: routingSchema.nullable(),
  phases: z.array(phaseSchema),
  call: callSchema.nullable(),
  answer: z
    .strictObject({ status: z.number().int(), headers: headersSchema, body: excerptSchema.nullable() })
    .nullable(),
  error: z
    .strictObject({ code: z.string(), phase: z.string(), message: z.string(), cause: z.string() })
    .nullable(),
  durationMs: z.number(),
  /** Time until the integration's answer began; null when none was called. */
  integrationMs: z.number().nullable(),
})
export type Inspection = z.infer<typeof inspectionSchema>
