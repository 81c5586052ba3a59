import { stageCacheSchema, stageLimitsSchema, stageThrottleSchema, stickySchema } from '@penstock/bundle'
import { z } from 'zod'

const count = z.number().int()

export const canaryViewSchema = z
  .object({
    deploymentId: z.string(),
    version: count,
    deployedAt: z.string().describe('ISO 8601'),
    request: count.nullable().describe('Number of the deploy request that it comes of.'),
    percentTraffic: z.number().describe("Of the stage's requests, 0 to 100."),
    stageVariableOverrides: z
      .record(z.string(), z.string())
      .describe('Variables that have another value on the canary, or are there alone.'),
    useStageCache: z.literal(false).describe('It keeps answers of its own.'),
    sticky: stickySchema
      .nullable()
      .describe('What tells callers apart that stay on one side; null: chance decides of each request.'),
  })
  .meta({ id: 'Canary' })
export type CanaryView = z.infer<typeof canaryViewSchema>

/** A stage as the stage strip shows it. The draft's own preview is one with the name `preview` and no version. */
export const stageSummarySchema = z
  .object({
    name: z.string(),
    version: count.nullable().describe('Number of the live deployment; null when nothing was deployed.'),
    deployment: z.string().nullable(),
    deployedAt: z.string().nullable().describe('ISO 8601'),
    staged: z
      .object({ added: count, changed: count, removed: count, total: count })
      .describe('Changes between the draft and what the stage serves, counted as the plan lists them.'),
    nodes: z
      .object({ serving: count, total: count })
      .describe('Connected gateway nodes that serve what the stage points at.'),
    problem: z.string().nullable().describe('Why a node does not serve it, in words.'),
    url: z.string().describe('Path-based: works everywhere.'),
    hostUrl: z.string().describe("Host-based: the path after the host is what Amazon's clients see."),
    variables: z.record(z.string(), z.string()),
    requiredApprovals: count.describe(
      'How many people have to approve a deploy request; 0: anybody may deploy directly.',
    ),
    throttle: stageThrottleSchema.nullable().describe('How often each method may be called; null: no limit.'),
    cache: stageCacheSchema
      .omit({ flushedAt: true })
      .nullable()
      .describe('How answers are kept, as it may be sent back; null: none are.'),
    cacheFlushedAt: z.string().nullable().describe('When what was kept before was forgotten.'),
    canarySettings: canaryViewSchema
      .nullable()
      .describe('The second deployment that gets a part of the requests; null: it has none.'),
    limits: stageLimitsSchema
      .nullable()
      .describe(
        "How large and how slow calls may be, where that is not as the API's mode has it; null: nowhere.",
      ),
    previewToken: z
      .string()
      .optional()
      .describe('Of the preview alone: calls show it in the header `x-penstock-preview`.'),
  })
  .meta({ id: 'Stage' })
export type StageSummary = z.infer<typeof stageSummarySchema>
