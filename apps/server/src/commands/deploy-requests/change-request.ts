import { AppError } from '@penstock/errors'
import type { ApiModel } from '@penstock/prisma'
import { getRequest, type RequestRow } from '../../deploy-requests/request-rows.ts'
import { lockApi } from '../../store/apis.ts'
import { type AuditedTransaction, transactAudited } from '../../store/audit.ts'
import type { CommandContext } from '../context.ts'

export interface RequestNamed {
  readonly slug: string
  readonly number: number
}

export interface HeldRequest {
  readonly api: ApiModel
  readonly request: RequestRow
  readonly now: Date
}

/** One change of a request while nobody else, on whichever server, changes anything of its API; then all hear of it. */
export async function changeRequest<T>(
  context: CommandContext,
  { slug, number }: RequestNamed,
  work: (tx: AuditedTransaction, held: HeldRequest) => Promise<T>,
): Promise<T> {
  const answer = await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, slug)
    return work(tx, { api, request: await getRequest(tx, api, number), now: context.clock.now() })
  })
  context.live.publish({ type: 'deploy-request', slug, number })
  return answer
}

/** Passes, or throws DEPLOY_REQUEST_STATE: "… is closed: it takes no more votes." */
export function requireState(
  { number, state }: Pick<RequestRow, 'number' | 'state'>,
  states: readonly string[],
  action: string,
): void {
  if (!states.includes(state))
    throw new AppError('DEPLOY_REQUEST_STATE', { params: { number, state, action } })
}
