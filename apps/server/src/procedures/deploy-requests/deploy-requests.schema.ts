import { z } from 'zod'
import { canarySettingsSchema, createStageSchema, ofApi, ofOwnStage, ownStageNameSchema } from '../names.ts'

const text = z.string().trim().min(1).max(4000)
const planHash = z.string().optional().describe('The plan that was looked at; absent: whatever it is now.')

export const ofRequest = ofApi.extend({ number: z.coerce.number().int().positive() })

/** All that are undecided come with the first page; a cursor is the number before which the next one begins. */
export const listRequestsSchema = ofApi.extend({
  stage: ownStageNameSchema.optional(),
  limit: z.number().int().min(1).max(200).default(100),
  cursor: z.number().int().positive().optional(),
})

export const openRequestSchema = ofOwnStage.extend({
  title: z.string().trim().min(1).max(200),
  description: z.string().max(4000).optional(),
  planHash,
  createStage: createStageSchema.optional(),
})

export const plannedRequestSchema = ofRequest.extend({ planHash })

export const deployPlannedRequestSchema = plannedRequestSchema.extend({
  canarySettings: canarySettingsSchema
    .optional()
    .describe(
      'Deploys it as the canary of the stage, which goes on with what it serves. It stays the request that it was; ' +
        'deploying it without this, or promoting the canary, has the stage serve it.',
    ),
})

export const voteSchema = plannedRequestSchema.extend({
  verdict: z.enum(['approve', 'request-changes']),
  words: z.string().max(4000).optional(),
})

export const scheduleSchema = plannedRequestSchema.extend({
  at: z.iso.datetime({ offset: true }).describe('ISO 8601, in the future.'),
})

export const commentSchema = ofRequest.extend({
  body: text,
  change: z.string().max(500).optional().describe('Id of the change that it is about.'),
  record: z.string().max(500).optional().describe('Id of the record that it is about.'),
  replyTo: z
    .string()
    .optional()
    .describe(
      'Id of a comment that it answers: then it is about what that is about, and says no more of it.',
    ),
})

export const ofComment = ofRequest.extend({ comment: z.string() })

export const changeCommentSchema = ofComment.extend({
  body: text.optional().describe('Its new words. Only its author says them.'),
  resolved: z.boolean().optional().describe('Whether its thread is done with. Anybody says so.'),
})

/** With the plan that is shown: what was kept of another one is not what is asked for. */
export const requestTextSchema = plannedRequestSchema.extend({ record: z.string() })
export const requestConsequencesSchema = plannedRequestSchema.extend({ change: z.string().max(500) })
