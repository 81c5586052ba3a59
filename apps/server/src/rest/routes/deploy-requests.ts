import { z } from 'zod'
import { deployRequestDetailSchema, deployRequestSchema } from '../../presenters/deploy-request-view.ts'
import { changeDeployRequestComment } from '../../procedures/deploy-requests/change-comment.ts'
import { closeDeployRequest } from '../../procedures/deploy-requests/close.ts'
import { commentDeployRequest } from '../../procedures/deploy-requests/comment.ts'
import {
  changeCommentSchema,
  commentSchema,
  openRequestSchema,
  deployPlannedRequestSchema,
  plannedRequestSchema,
  scheduleSchema,
  voteSchema,
} from '../../procedures/deploy-requests/deploy-requests.schema.ts'
import { deployDeployRequest } from '../../procedures/deploy-requests/deploy.ts'
import { endRevertOfDeployRequest } from '../../procedures/deploy-requests/end-revert.ts'
import { getDeployRequest } from '../../procedures/deploy-requests/get.ts'
import { listDeployRequests } from '../../procedures/deploy-requests/list.ts'
import { openDeployRequest } from '../../procedures/deploy-requests/open.ts'
import { rebaseDeployRequest } from '../../procedures/deploy-requests/rebase.ts'
import { removeDeployRequestComment } from '../../procedures/deploy-requests/remove-comment.ts'
import { revertDeployRequest } from '../../procedures/deploy-requests/revert.ts'
import { scheduleDeployRequest } from '../../procedures/deploy-requests/schedule.ts'
import { unscheduleDeployRequest } from '../../procedures/deploy-requests/unschedule.ts'
import { voteDeployRequest } from '../../procedures/deploy-requests/vote.ts'
import { defineRoute, type RestRoute } from '../define.ts'
import { ofApiPath, sourceField } from '../parameters.ts'
import { from } from '../source.ts'

const tag = 'Deploy requests'
const all = '/apis/:api/deploy-requests'
const one = `${all}/:number`
const ofOne = ofApiPath.extend({ number: z.coerce.number().int().positive().describe('Of the request.') })
const ofComment = ofOne.extend({ comment: z.string().describe('Id of the comment.') })
const answer = deployRequestSchema
/** What a deed answers: the request without its plan, which has an address of its own. */
const short = async (done: Promise<unknown>) => answer.parse(await done)
const named = { slug: true, number: true } as const

const listRoute = defineRoute({
  method: 'GET',
  path: all,
  operationId: 'listDeployRequests',
  summary: 'Deploy requests, newest first',
  tag,
  params: ofApiPath,
  description:
    'All that may still be deployed, and a page of those that were deployed or closed. `before` asks for the next page: ' +
    'those with lower numbers.',
  query: z.object({
    stage: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100).describe('Of those that are decided.'),
    before: z.coerce.number().int().positive().optional().describe('Number of the last one of a page.'),
  }),
  answer: z.object({ requests: z.array(deployRequestSchema) }),
  handle: async ({ ctx, params, query: { before, ...query } }) => ({
    requests: await listDeployRequests.run(ctx, { ...query, slug: params.api, cursor: before }),
  }),
})

const openRoute = defineRoute({
  method: 'POST',
  path: all,
  operationId: 'openDeployRequest',
  summary: 'Ask that the draft, as it is now, is deployed to a stage',
  description:
    'The checks of the plan run. What is deployed later is what the draft is now; a stage that asks for approvals is ' +
    'deployed to in no other way.',
  tag,
  params: ofApiPath,
  body: openRequestSchema.omit({ slug: true }).extend(sourceField),
  status: 201,
  answer,
  handle: ({ ctx, params, body: { source, ...body } }) =>
    short(openDeployRequest.run(from(source, ctx), { ...body, slug: params.api })),
})

const getRoute = defineRoute({
  method: 'GET',
  path: one,
  operationId: 'getDeployRequest',
  summary: 'A deploy request with its plan, its votes and what was said',
  tag,
  params: ofOne,
  answer: deployRequestDetailSchema,
  handle: ({ ctx, params }) => getDeployRequest.run(ctx, { slug: params.api, number: params.number }),
})

const voteRoute = defineRoute({
  method: 'POST',
  path: `${one}/votes`,
  operationId: 'voteDeployRequest',
  summary: 'Approve the plan, or ask for changes; whoever made the plan does not vote',
  tag,
  params: ofOne,
  body: voteSchema.omit(named),
  answer,
  handle: ({ ctx, params, body }) =>
    short(voteDeployRequest.run(ctx, { ...body, slug: params.api, number: params.number })),
})

const commentRoute = defineRoute({
  method: 'POST',
  path: `${one}/comments`,
  operationId: 'commentDeployRequest',
  summary: 'Say something about the request, one of its changes or a record, or answer a comment',
  tag,
  params: ofOne,
  body: commentSchema.omit(named),
  status: 201,
  answer,
  handle: ({ ctx, params, body }) =>
    short(commentDeployRequest.run(ctx, { ...body, slug: params.api, number: params.number })),
})

const changeCommentRoute = defineRoute({
  method: 'PUT',
  path: `${one}/comments/:comment`,
  operationId: 'changeDeployRequestComment',
  summary: 'Reword a comment of your own, resolve or reopen the thread of any',
  tag,
  params: ofComment,
  body: changeCommentSchema.omit({ ...named, comment: true }),
  answer,
  handle: ({ ctx, params: { api, ...params }, body }) =>
    short(changeDeployRequestComment.run(ctx, { ...body, ...params, slug: api })),
})

const removeCommentRoute = defineRoute({
  method: 'DELETE',
  path: `${one}/comments/:comment`,
  operationId: 'removeDeployRequestComment',
  summary: 'Delete a comment of your own; what others answered stays',
  tag,
  params: ofComment,
  answer,
  handle: ({ ctx, params: { api, ...params } }) =>
    short(removeDeployRequestComment.run(ctx, { ...params, slug: api })),
})

const deployRoute = defineRoute({
  method: 'POST',
  path: `${one}/deploy`,
  operationId: 'deployDeployRequest',
  summary: 'Deploy exactly the plan of the request',
  description:
    'Answers once the connected gateways serve it. While the last request of the stage can still be reverted, this one is ' +
    'put next in line (`state` is `queued`) and follows when that is over.',
  tag,
  params: ofOne,
  body: deployPlannedRequestSchema.omit(named).extend(sourceField),
  answer,
  handle: ({ ctx, params, body: { source, ...body } }) =>
    short(deployDeployRequest.run(from(source, ctx), { ...body, slug: params.api, number: params.number })),
})

const scheduleRoute = defineRoute({
  method: 'PUT',
  path: `${one}/schedule`,
  operationId: 'scheduleDeployRequest',
  summary: 'Have it deployed at a time',
  tag,
  params: ofOne,
  body: scheduleSchema.omit(named).extend(sourceField),
  answer,
  handle: ({ ctx, params, body: { source, ...body } }) =>
    short(scheduleDeployRequest.run(from(source, ctx), { ...body, slug: params.api, number: params.number })),
})

const unscheduleRoute = defineRoute({
  method: 'DELETE',
  path: `${one}/schedule`,
  operationId: 'unscheduleDeployRequest',
  summary: 'Take it out of the queue; it is open again',
  tag,
  params: ofOne,
  answer,
  handle: ({ ctx, params }) =>
    short(unscheduleDeployRequest.run(ctx, { slug: params.api, number: params.number })),
})

const rebaseRoute = defineRoute({
  method: 'POST',
  path: `${one}/rebase`,
  operationId: 'rebaseDeployRequest',
  summary: 'Plan it again, on the draft and on what is live now; votes begin anew',
  tag,
  params: ofOne,
  body: plannedRequestSchema.omit(named),
  answer,
  handle: ({ ctx, params, body }) =>
    short(rebaseDeployRequest.run(ctx, { ...body, slug: params.api, number: params.number })),
})

const revertRoute = defineRoute({
  method: 'POST',
  path: `${one}/revert`,
  operationId: 'revertDeployRequest',
  summary: 'Put back what was live before it, within 30 minutes',
  tag,
  params: ofOne,
  body: z.object(sourceField),
  answer,
  handle: ({ ctx, params, body: { source } }) =>
    short(revertDeployRequest.run(from(source, ctx), { slug: params.api, number: params.number })),
})

const endRevertRoute = defineRoute({
  method: 'POST',
  path: `${one}/end-revert`,
  operationId: 'endRevertOfDeployRequest',
  summary: 'Keep what was deployed, and let the next request go',
  tag,
  params: ofOne,
  answer,
  handle: ({ ctx, params }) =>
    short(endRevertOfDeployRequest.run(ctx, { slug: params.api, number: params.number })),
})

const closeRoute = defineRoute({
  method: 'POST',
  path: `${one}/close`,
  operationId: 'closeDeployRequest',
  summary: 'End it without deploying it',
  tag,
  params: ofOne,
  answer,
  handle: ({ ctx, params }) =>
    short(closeDeployRequest.run(ctx, { slug: params.api, number: params.number })),
})

export const deployRequestRoutes: readonly RestRoute[] = [
  listRoute,
  openRoute,
  getRoute,
  voteRoute,
  commentRoute,
  changeCommentRoute,
  removeCommentRoute,
  deployRoute,
  scheduleRoute,
  unscheduleRoute,
  rebaseRoute,
  revertRoute,
  endRevertRoute,
  closeRoute,
]
