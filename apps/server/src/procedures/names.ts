import { stageCacheSchema, stageLimitsSchema, stageThrottleSchema, stickySchema } from '@penstock/bundle'
import { z } from 'zod'
import { previewStage } from '../sync/sync.ts'

/** A label of a host name, since an API is also reached at `<slug>.<gateway domain>`. */
export const slugSchema = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'A slug has 1 to 63 lower-case letters, digits and hyphens, and begins and ends with a letter or digit.',
  )

/** A stage that is or may be called so, the preview included. */
export const stageNameSchema = z
  .string()
  .regex(
    /^(?:\$default|[A-Za-z0-9_-]{1,128})$/,
    'A stage has 1 to 128 letters, digits, hyphens and underscores, or is $default.',
  )

/** A stage that may be made, deployed to and removed. */
export const ownStageNameSchema = stageNameSchema.refine(
  (name) => name !== previewStage,
  'The preview follows the draft by itself: it is not made, deployed to or removed.',
)

export const variablesSchema = z.record(
  z.string().regex(/^\w+$/, 'The name of a stage variable has letters, digits and underscores.'),
  z.string().max(2048),
)

export const requiredApprovalsSchema = z
  .number()
  .int()
  .min(0)
  .max(2)
  .describe('How many people have to approve a deploy request; 0: anybody may deploy directly.')

export const throttleSchema = stageThrottleSchema
  .refine(
    ({ rateLimit, burstLimit }) => (rateLimit === undefined) === (burstLimit === undefined),
    'A limit has both: rateLimit and burstLimit.',
  )
  .nullable()
  .describe('How often each method of the stage may be called; null: no limit.')

export const cacheSchema = stageCacheSchema
  .omit({ flushedAt: true })
  .nullable()
  .describe('How answers of its methods are kept; null: none are.')

export const limitsSchema = stageLimitsSchema
  .nullable()
  .describe(
    "How large requests and answers may be, and how long integrations may take: what is absent is as the API's mode has it; null: all of it.",
  )

export const flushCacheSchema = z.literal(true).describe('Forget every answer that was kept, on every node.')

export const percentTrafficSchema = z
  .number()
  .min(0)
  .max(100)
  .describe("How much of the stage's requests the canary gets, in percent, with decimals if need be.")

export const canarySettingsSchema = z
  .object({
    percentTraffic: percentTrafficSchema,
    stageVariableOverrides: variablesSchema
      .optional()
      .describe('Variables that have another value on the canary, or are there alone.'),
    useStageCache: z
      .literal(
        false,
        'A canary keeps answers of its own: what one deployment answered is never given for the other.',
      )
      .optional(),
    sticky: stickySchema
      .optional()
      .describe(
        'What tells callers apart, each of which stays on one side while the percentage is the same; a higher one ' +
          'only brings more to the canary. Absent: chance decides of each request, as on Amazon.',
      ),
  })
  .describe('Deploys it as the canary of the stage, which goes on with what it serves.')

export const createStageSchema = z
  .boolean()
  .describe('Make the stage if it is not there. The first stage of an API is made without it.')

export const ofApi = z.object({ slug: slugSchema })
export const ofStage = z.object({ slug: slugSchema, stage: stageNameSchema })
export const ofOwnStage = z.object({ slug: slugSchema, stage: ownStageNameSchema })
export const planHashSchema = z.string().max(100)
/** A plan as it was made, however far the draft and the stage have moved. */
export const ofPlan = ofOwnStage.extend({ planHash: planHashSchema })
/** Calls that take nothing. */
export const nothing = z.void()
