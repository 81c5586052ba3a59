import { z } from 'zod'
import { portalVisibilitySchema } from '../../presenters/api-view.ts'
import { updatePortal } from '../../procedures/portal/update.ts'
import { defineRoute } from '../define.ts'
import { ofApiPath } from '../parameters.ts'

export const putPortalRoute = defineRoute({
  method: 'PUT',
  path: '/apis/:api/portal',
  operationId: 'putPortal',
  summary: 'Say who may read the portal of an API',
  tag: 'Portal',
  params: ofApiPath,
  body: z.object({ visibility: portalVisibilitySchema }),
  answer: z.object({ visibility: portalVisibilitySchema, path: z.string() }),
  async handle({ ctx, params: { api: slug }, body: { visibility } }) {
    await updatePortal.run(ctx, { slug, visibility })
    return { visibility, path: `/portal/${slug}` }
  },
})
