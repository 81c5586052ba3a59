import { httpMethods } from '@penstock/model'
import { z } from 'zod'

const count = z.number().int()

const use = z.object({
  requests: count,
  consumers: count.describe(
    'Callers told apart by API key, by whom their credential is of, or by address and program. Nothing checked them.',
  ),
  isMore: z.boolean().describe('There were more consumers than are told apart.'),
})

const usage = z.object({
  routes: count.describe('Methods that it touches.'),
  day: use.describe('The last 24 hours, in whole hours.'),
  month: use.describe('The last 30 days, in whole days (UTC).'),
})

const told = z.object({
  since: z
    .string()
    .nullable()
    .describe('When the stage was first asked of, as far as that was recorded (ISO 8601). Null: never.'),
  isComplete: z
    .boolean()
    .describe(
      'False where a gateway served more in the last 30 days than it could record: there was more than is counted.',
    ),
})

/** What the changes of a plan meet: how much the routes that they touch were used. */
export const consequencesSchema = told.extend({
  total: usage.describe('All changes together; each request counts once.'),
  changes: z.array(usage.extend({ change: z.string().describe('Id of the change.') })),
})
export type ConsequencesView = z.infer<typeof consequencesSchema>

/** The same of one change, by route and by consumer. */
export const changeConsequencesSchema = told.extend({
  routes: count,
  used: z
    .array(
      z.object({
        route: z.string().describe('Id of its record.'),
        method: z.enum(httpMethods).nullable().describe('Null for a route of a WebSocket API.'),
        path: z.string().describe('The key, for a route of a WebSocket API.'),
        day: count,
        month: count,
        clientErrors: count.describe('Of those of the month: answered 4xx.'),
        serverErrors: count.describe('Of those of the month: answered 5xx.'),
      }),
    )
    .describe('Routes, most used first, at most 200.'),
  consumers: z
    .array(
      z.object({
        kind: z
          .enum(['key', 'credential', 'address', 'others', 'unknown'])
          .describe(
            '`others`: beyond those that are told apart; `unknown`: recorded by a node that tells no consumers.',
          ),
        id: z.string().describe('The same for the same caller on all routes; empty where none is told.'),
        client: z.string().nullable().describe('The program that called, where only its address is known.'),
        day: count,
        month: count,
        last: z.string().describe('Day of its last request (ISO 8601).'),
      }),
    )
    .describe('Who made most requests first, at most 100.'),
})
export type ChangeConsequencesView = z.infer<typeof changeConsequencesSchema>
