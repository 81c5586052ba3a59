import { z } from 'zod'
import type { Diagnostic } from '../diagnostic.ts'
import { jsonSchema } from '../json.ts'
import { defineKind, reference } from '../kind.ts'

/** The keys that a connection itself has routes by; every other one is chosen by what a message says. */
export const connectionRouteKeys = ['$connect', '$disconnect', '$default'] as const

/** One route of a WebSocket API: what runs when a connection opens or closes, or when a message asks for it by its key. */
export const routeSchema = z.strictObject({
  kind: z.literal('route'),
  id: z.string(),
  routeKey: z.string(),
  operationName: z.string().optional(),
  description: z.string().optional(),
  authorizationType: z.enum(['NONE', 'AWS_IAM', 'CUSTOM']).optional(),
  authorizer: z.string().optional(),
  apiKeyRequired: z.boolean().optional(),
  integration: z.string().optional(),
  /** What the integration answers goes back to the client (Amazon's route response `$default`). */
  routeResponse: z.boolean().optional(),
  rest: z.record(z.string(), jsonSchema).optional(),
})
export type Route = z.infer<typeof routeSchema>

export const routeKind = defineKind({
  kind: 'route',
  idPrefix: 'rou_',
  schema: routeSchema,
  defaults: { authorizationType: 'NONE', apiKeyRequired: false, routeResponse: false },
  references: (route) => [
    ...reference('authorizer', ['authorizer'], route.authorizer),
    ...reference('integration', ['integration'], route.integration),
  ],
  label: (route) => route.routeKey,
  check: (route, { api }) => [
    ...keyProblems(route),
    ...accessProblems(route),
    ...placeProblems(route, api?.type),
  ],
  connects: { integration: 'integration', authorizer: 'authorizer' },
})

/** SPEC R13 */
function keyProblems({ id, routeKey }: Route): Diagnostic[] {
  const isKnown = connectionRouteKeys.some((key) => key === routeKey)
  if (routeKey.trim() !== '' && (isKnown || !routeKey.startsWith('$'))) return []
  return [
    {
      code: 'route-key-invalid',
      severity: 'error',
      message:
        routeKey.trim() === ''
          ? 'A route has no key: no message can ask for it.'
          : `No route can be called "${routeKey}": with a "$" begin only ${connectionRouteKeys.join(', ')}.`,
      location: { record: id, path: ['routeKey'] },
      suggest: 'Give it the text that messages say to ask for it.',
    },
  ]
}

/** SPEC R14 */
function accessProblems(route: Route): Diagnostic[] {
  if (route.routeKey === '$connect') return []
  const fields = ['authorizer', 'authorizationType', 'apiKeyRequired'] as const
  const field = fields.find((each) => {
    const value = route[each]
    return value !== undefined && value !== false && value !== 'NONE'
  })
  if (field === undefined) return []
  const asked = field === 'apiKeyRequired' ? 'an API key' : 'an authorizer'
  return [
    {
      code: 'route-access-misplaced',
      severity: 'error',
      message: `The route "${route.routeKey}" asks for ${asked}. Who may call is decided once, when a connection opens: only $connect can ask.`,
      location: { record: route.id, path: [field] },
      suggest: `Ask for ${asked} in $connect.`,
    },
  ]
}

/** SPEC R15 */
function placeProblems({ id, routeKey }: Route, type: string | undefined): Diagnostic[] {
  if (type === 'WEBSOCKET') return []
  return [
    {
      code: 'route-misplaced',
      severity: 'error',
      message: `"${routeKey}" is a WebSocket route, and this API is no WebSocket API.`,
      location: { record: id },
      suggest: 'Delete it, or draw it in a WebSocket API.',
    },
  ]
}
