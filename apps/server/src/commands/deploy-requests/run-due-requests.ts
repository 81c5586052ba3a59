import { AppError, toAppError } from '@penstock/errors'
import type { DeployRequestModel } from '@penstock/prisma'
import type { Core } from '../../core.ts'
import { isStillHere } from '../../deploy-requests/person-of.ts'
import { revertible } from '../../deploy-requests/request-rows.ts'
import { inLine } from '../../deploy-requests/states.ts'
import { audit, type Author } from '../../store/audit.ts'
import { findStage } from '../../store/stages.ts'
import { changeRequest } from './change-request.ts'
import { deployRequest } from './deploy-request.ts'

/**
 * Deploys the requests whose time has come and those whose stage is free again, in the name of whoever asked for it.
 * One that may not be deployed any more is opened again, with the reason. A failure of ours is told of and tried the
 * next time; it keeps no other request from being deployed.
 */
export async function runDueRequests(core: Core, signal?: AbortSignal): Promise<void> {
  const now = core.clock.now()
  const due = await core.db.deployRequest.findMany({
    where: {
      OR: [{ state: 'scheduled', scheduledAt: { lte: now } }, { state: 'queued' }],
    },
    include: { api: { select: { slug: true } } },
    orderBy: [{ scheduledAt: 'asc' }, { number: 'asc' }],
  })
  for (const { api, ...request } of due) {
    if (signal?.aborted) return
    try {
      if (!(await waits(core, request, now))) await runDue(core, api.slug, request)
    } catch (error) {
      const { message, code } = toAppError(error)
      const named = `Deploy request ${request.number} of ${api.slug}`
      core.log(`${named} was due and could not be deployed (${code}): ${message}`)
    }
  }
}

/** Whether a request in the queue has to wait on. Asked every few seconds: nothing is planned and nobody told for it. */
async function waits({ db }: Core, { apiId, stage, state }: DeployRequestModel, now: Date): Promise<boolean> {
  return state === 'queued' && (await revertible(db, await findStage(db, apiId, stage), now)) !== null
}

async function runDue(core: Core, slug: string, request: DeployRequestModel): Promise<void> {
  const { number, deployer } = request
  if (deployer === null) throw new TypeError(`deploy request ${request.id} is in line for nobody`)
  const actor = JSON.parse(deployer) as Author
  const context = { ...core, actor }
  try {
    if (!(await isStillHere(core.db, actor, core.clock.now())))
      return await hold(
        context,
        slug,
        request,
        `${actor.name}, who wanted it deployed, has no access any more.`,
      )
    await deployRequest(context, { slug, number, isDue: true })
  } catch (error) {
    const { fault, message } = toAppError(error)
    if (fault !== 'client') throw error
    await hold(context, slug, request, message)
  }
}

/** Opens a request again that waited for its turn. */
async function hold(
  context: Core & { readonly actor: Author },
  slug: string,
  { number, id, stage, title }: DeployRequestModel,
  note: string,
): Promise<void> {
  await changeRequest(context, { slug, number }, async (tx, { api, request, now }) => {
    // Somebody, or another server, has done something about it meanwhile.
    if (request.id !== id || !inLine.includes(request.state)) return
    const data = { state: 'open', scheduledAt: null, deployer: null, note, updatedAt: now }
    await tx.deployRequest.update({ where: { id }, data })
    const told = { request: number, stage, title, reason: note }
    await audit(tx, now, context.actor, { api, action: 'hold-request', data: told })
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'API_NOT_FOUND') return
    throw error
  })
}
