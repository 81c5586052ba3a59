import { z } from 'zod'
import { apiKeyViewSchema, createdApiKeySchema } from '../../presenters/api-key-view.ts'
import { usagePlanViewSchema } from '../../presenters/usage-plan-view.ts'
import { createApiKeySchema, ofApiKey } from '../../procedures/consumers/api-key.schema.ts'
import { createApiKey } from '../../procedures/consumers/create-api-key.ts'
import { createUsagePlan } from '../../procedures/consumers/create-usage-plan.ts'
import { enableApiKey } from '../../procedures/consumers/enable-api-key.ts'
import { listApiKeys } from '../../procedures/consumers/list-api-keys.ts'
import { listUsagePlans } from '../../procedures/consumers/list-usage-plans.ts'
import { removeApiKey } from '../../procedures/consumers/remove-api-key.ts'
import { removeUsagePlan } from '../../procedures/consumers/remove-usage-plan.ts'
import { replaceUsagePlan } from '../../procedures/consumers/replace-usage-plan.ts'
import { ofUsagePlan, usagePlanSchema } from '../../procedures/consumers/usage-plan.schema.ts'
import { defineRoute, type RestRoute } from '../define.ts'

const tag = 'Consumers'

/** Who may call what asks for a key, and how often. */
export const consumerRoutes: readonly RestRoute[] = [
  defineRoute({
    method: 'GET',
    path: '/api-keys',
    operationId: 'listApiKeys',
    summary: 'API keys, without their values',
    tag,
    answer: z.object({ keys: z.array(apiKeyViewSchema) }),
    handle: async ({ ctx }) => ({ keys: await listApiKeys.run(ctx) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/api-keys',
    operationId: 'createApiKey',
    summary: 'Make an API key; a value that is not given is made, shown in this answer and never again',
    tag,
    body: createApiKeySchema,
    status: 201,
    answer: createdApiKeySchema,
    handle: ({ ctx, body }) => createApiKey.run(ctx, body),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api-keys/:id',
    operationId: 'enableApiKey',
    summary: 'Enable or disable an API key, at once',
    tag,
    params: ofApiKey,
    body: z.strictObject({ enabled: z.boolean() }),
    answer: apiKeyViewSchema,
    handle: ({ ctx, params, body }) => enableApiKey.run(ctx, { ...params, ...body }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api-keys/:id',
    operationId: 'removeApiKey',
    summary: 'The API key stops working at once',
    tag,
    params: ofApiKey,
    status: 204,
    answer: z.void(),
    handle: ({ ctx, params }) => removeApiKey.run(ctx, params),
  }),
  defineRoute({
    method: 'GET',
    path: '/usage-plans',
    operationId: 'listUsagePlans',
    summary: 'Usage plans',
    tag,
    answer: z.object({ plans: z.array(usagePlanViewSchema) }),
    handle: async ({ ctx }) => ({ plans: await listUsagePlans.run(ctx) }),
  }),
  defineRoute({
    method: 'POST',
    path: '/usage-plans',
    operationId: 'createUsagePlan',
    summary: 'Let API keys in to stages, with a limit of how often each may call; it takes effect at once',
    tag,
    body: usagePlanSchema,
    status: 201,
    answer: usagePlanViewSchema,
    handle: ({ ctx, body }) => createUsagePlan.run(ctx, body),
  }),
  defineRoute({
    method: 'PUT',
    path: '/usage-plans/:id',
    operationId: 'replaceUsagePlan',
    summary: 'Replace a usage plan, at once',
    tag,
    params: ofUsagePlan,
    body: usagePlanSchema,
    answer: usagePlanViewSchema,
    handle: ({ ctx, params, body }) => replaceUsagePlan.run(ctx, { ...params, plan: body }),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/usage-plans/:id',
    operationId: 'removeUsagePlan',
    summary: 'The keys of a usage plan are let in no more, at once',
    tag,
    params: ofUsagePlan,
    status: 204,
    answer: z.void(),
    handle: ({ ctx, params }) => removeUsagePlan.run(ctx, params),
  }),
]
