import { z } from 'zod'
import { requestStates } from '../deploy-requests/states.ts'
import { actorViewSchema } from './actor-view.ts'
import type { PlanAnswer } from '../plan/share-plan.ts'
import { planViewSchema, type PlanView } from './plan-view.ts'

const count = z.number().int()
const moment = z.string().describe('ISO 8601')
const deployment = z.object({ id: z.string(), version: count })

export const deployRequestSchema = z
  .object({
    number: count,
    stage: z.string(),
    title: z.string(),
    description: z.string(),
    state: z
      .enum(['approved', ...requestStates])
      .describe('`approved`: open, and enough people approved for it to be deployed.'),
    author: z.string(),
    authorKind: z.enum(['user', 'token']),
    source: z.enum(['console', 'cli', 'api']),
    createdAt: moment,
    updatedAt: moment,
    planHash: z.string().describe('What was reviewed, and what will be deployed.'),
    base: deployment.nullable().describe('What was live when it was planned.'),
    round: count.describe('Grows with each rebase; votes begin anew.'),
    stale: z.string().nullable().describe('Why its plan holds no more, in words. It has to be rebased.'),
    isDraftAhead: z.boolean().describe('The draft has moved on; what was reviewed is what is deployed.'),
    requiredApprovals: count.describe(
      'One more than the stage asks for where a token that belongs to nobody made the plan.',
    ),
    approvals: count,
    objections: count.describe('People who ask for changes.'),
    missing: z.string().nullable().describe('What of the approvals is missing, in words.'),
    comments: count,
    unresolved: count.describe('Threads of comments that nobody resolved.'),
    next: count
      .nullable()
      .describe('Number of the request that is next for this stage, where it is another.'),
    scheduledAt: moment.nullable(),
    deployer: z.string().nullable().describe('Who deploys it, or did.'),
    deployerKind: z.enum(['user', 'token']).nullable(),
    note: z.string().describe('Why it is open again, where it left the queue by itself.'),
    deployment: deployment.nullable().describe('What came of it.'),
    revertUntil: moment.nullable().describe('Until when a revert puts back what was live before.'),
    revert: deployment.nullable().describe('What took it back.'),
  })
  .meta({ id: 'DeployRequest' })
export type DeployRequestSummary = z.infer<typeof deployRequestSchema>

const voteSchema = z.object({
  name: z.string().describe('What the vote was given with: an e-mail address, or the name of a token.'),
  actor: actorViewSchema,
  verdict: z.enum(['approve', 'request-changes']),
  words: z.string(),
  at: moment,
  round: count,
  isCurrent: z.boolean().describe('False: of a plan from before a rebase.'),
})

const commentSchema = z.object({
  id: z.string(),
  author: z.string(),
  actor: actorViewSchema,
  isMine: z.boolean(),
  replyTo: z.string().nullable().describe('Id of the comment that begins the thread in which it answers.'),
  isDeleted: z.boolean().describe('Its author deleted it; it has no words, and holds what others answered.'),
  body: z.string(),
  change: z.string().nullable().describe('Id of the change that it is about.'),
  record: z.string().nullable().describe('Id of the record that it is about.'),
  subject: z.string().nullable().describe('What that was called then.'),
  createdAt: moment,
  editedAt: moment.nullable(),
  resolvedAt: moment.nullable().describe('Of the thread that it begins.'),
  resolvedBy: z.object({ name: z.string(), actor: actorViewSchema }).nullable(),
})
export type DeployRequestComment = z.infer<typeof commentSchema>

export const deployRequestDetailSchema = deployRequestSchema.extend({
  plan: planViewSchema.describe('The changes from what was live when it was planned.'),
  votes: z.array(voteSchema),
  discussion: z.array(commentSchema),
  mayVote: z.boolean().describe('False for whoever opened or rebased it, and for tokens of nobody.'),
})
export interface DeployRequestDetail extends DeployRequestSummary {
  readonly plan: PlanView
  readonly votes: readonly z.infer<typeof voteSchema>[]
  readonly discussion: readonly DeployRequestComment[]
  readonly mayVote: boolean
}

/** One as it is sent. */
export type DeployRequestAnswer = Omit<DeployRequestDetail, 'plan'> & { readonly plan: PlanAnswer }
