import { z } from 'zod'
import { actorViewSchema } from './actor-view.ts'
import { exampleCallSchema } from './example-call-view.ts'
import { keptAcknowledgementSchema } from './verdict-views.ts'

const count = z.number().int()

export const deploymentViewSchema = z
  .object({
    id: z.string(),
    version: count.describe('Grows by one with each deployment of the API, whatever the stage.'),
    stage: z.string(),
    kind: z
      .enum(['deploy', 'rollback', 'canary', 'promote'])
      .describe('A canary never was what its stage served; promoting it makes another deployment.'),
    description: z.string(),
    author: z.string().describe('E-mail address, or name of a token, which may be anything.'),
    actor: actorViewSchema,
    source: z.enum(['console', 'cli', 'api']),
    createdAt: z.string().describe('ISO 8601'),
    content: z
      .string()
      .describe('Names what was deployed: deployments with the same content have the same name.'),
    changes: z
      .object({ added: count, changed: count, removed: count })
      .describe('Changes against what the stage served before, counted as the plan lists them.'),
    verdicts: z
      .object({ breaking: count, risky: count, safe: count, documentation: count })
      .nullable()
      .describe('The same changes by what they mean for clients; null for deployments of older versions.'),
    acknowledged: z
      .array(keptAcknowledgementSchema)
      .describe('Changes that somebody took upon themselves, with the reason.'),
    request: count.nullable().describe('Number of the deploy request that it came of.'),
    approvedBy: z
      .array(z.object({ name: z.string(), actor: actorViewSchema }))
      .describe(
        'Who approved the plan of that request, people by e-mail address, tokens by name; empty without one.',
      ),
    variables: z
      .array(z.string())
      .describe(
        'Names of the variables of the stage that it changed: those of a canary that it promoted, or took back.',
      ),
    live: z.boolean().describe('Whether the stage points at it now.'),
    canary: z.boolean().describe('Whether it is the canary of its stage now.'),
  })
  .meta({ id: 'Deployment' })
export type DeploymentView = z.infer<typeof deploymentViewSchema>

/** Answer to a deployment or a rollback, given once the connected gateways serve it. */
export const deployedSchema = z
  .object({
    deployment: deploymentViewSchema,
    url: z.string(),
    hostUrl: z.string(),
    example: exampleCallSchema.nullable().describe('A call to begin with; null when there is no method.'),
    nodes: z.object({ serving: count, total: count }),
    unchanged: z
      .boolean()
      .describe('True when the stage served exactly this already: no deployment was made.'),
  })
  .meta({ id: 'Deployed' })
export type Deployed = z.infer<typeof deployedSchema>
