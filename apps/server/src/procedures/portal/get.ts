import { authorize } from '../../policies/authorize.ts'
import type { PortalVisibility } from '../../presenters/api-view.ts'
import { portalVisibilitySchema } from '../../presenters/api-view.ts'
import { findApi } from '../../store/apis.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

export const getPortal = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<{ visibility: PortalVisibility }> {
    authorize(actor, 'read APIs')
    const api = await findApi(core.db, slug)
    return { visibility: portalVisibilitySchema.parse(api.portal) }
  },
})
