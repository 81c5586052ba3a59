import { authorize } from '../../policies/authorize.ts'
import { presentUpstreams, type UpstreamView } from '../../presenters/upstreams.ts'
import { findApi } from '../../store/apis.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

/** How gateway nodes find the targets of an API's upstreams. */
export const listUpstreams = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<readonly UpstreamView[]> {
    authorize(actor, 'see gateway nodes')
    await findApi(core.db, slug)
    return presentUpstreams(core.targets.of(slug))
  },
})
