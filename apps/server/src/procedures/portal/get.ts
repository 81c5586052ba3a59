import { authorize } from '../../policies/authorize.ts'
import type { PortalVisibility } from '../../presenters/api-view.ts'
import { apiOf } from '../../presenters/apis.ts'
import { portalVisibilitySchema } from '../../presenters/api-view.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

export const getPortal = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<{ visibility: PortalVisibility }> {
    authorize(actor, 'read APIs')
    const api = await apiOf(core.db, slug)
    return { visibility: portalVisibilitySchema.parse(api.portal) }
  },
})
