import type { Diagnosis } from '@penstock/bundle'
import { diagnoseCall, notKept } from '../../http/diagnose-call.ts'
import { authorize } from '../../policies/authorize.ts'
import { presentRequest } from '../../presenters/requests.ts'
import { audit, transactAudited } from '../../store/audit.ts'
import { mutation } from '../define.ts'
import { diagnoseRequestSchema } from './diagnose.schema.ts'

/** Why a request failed: the call to its backend, and the same made once more by other means. */
export const diagnoseRequest = mutation({
  input: diagnoseRequestSchema,
  async run(ctx, { id, repeat, body, bodyEncoding }): Promise<Diagnosis> {
    const { core, actor } = ctx
    authorize(actor, 'read the request log')
    const request = await presentRequest(core.db, id)
    authorize(actor, 'call APIs from the console')
    if (!request.call) throw notKept('no call to a backend over HTTP failed in it, or it is of many that did')
    // Before it is made: it is made also where nobody hears of the answer.
    await transactAudited(core, async (tx) => {
      const api = await tx.api.findUnique({ where: { slug: request.api } })
      await audit(tx, core.clock.now(), actor, {
        api,
        action: 'diagnose-request',
        data: { request: id, stage: request.stage, method: request.method, path: request.path, repeat },
      })
    })
    return diagnoseCall(ctx, request.node, {
      id,
      repeat,
      ...(body === undefined
        ? {}
        : { body: bodyEncoding === 'base64' ? body : Buffer.from(body, 'utf8').toString('base64') }),
    })
  },
})
