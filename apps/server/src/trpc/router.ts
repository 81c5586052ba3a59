import { changePassword } from '../procedures/account/change-password.ts'
import { rename } from '../procedures/account/rename.ts'
import { createApi } from '../procedures/apis/create.ts'
import { getApi } from '../procedures/apis/get.ts'
import { listApis } from '../procedures/apis/list.ts'
import { removeApi } from '../procedures/apis/remove.ts'
import { listAuditActors } from '../procedures/audit/actors.ts'
import { listAudit } from '../procedures/audit/list.ts'
import { changeCanary } from '../procedures/canary/change.ts'
import { discardCanary } from '../procedures/canary/discard.ts'
import { getCanary } from '../procedures/canary/get.ts'
import { promoteCanary } from '../procedures/canary/promote.ts'
import { compareDeployments } from '../procedures/deployments/compare.ts'
import { changeDeployRequestComment } from '../procedures/deploy-requests/change-comment.ts'
import { closeDeployRequest } from '../procedures/deploy-requests/close.ts'
import { commentDeployRequest } from '../procedures/deploy-requests/comment.ts'
import { deployDeployRequest } from '../procedures/deploy-requests/deploy.ts'
import { endRevertOfDeployRequest } from '../procedures/deploy-requests/end-revert.ts'
import { getDeployRequest } from '../procedures/deploy-requests/get.ts'
import { listDeployRequests } from '../procedures/deploy-requests/list.ts'
import { openDeployRequest } from '../procedures/deploy-requests/open.ts'
import { rebaseDeployRequest } from '../procedures/deploy-requests/rebase.ts'
import { removeDeployRequestComment } from '../procedures/deploy-requests/remove-comment.ts'
import { revertDeployRequest } from '../procedures/deploy-requests/revert.ts'
import { scheduleDeployRequest } from '../procedures/deploy-requests/schedule.ts'
import { unscheduleDeployRequest } from '../procedures/deploy-requests/unschedule.ts'
import { voteDeployRequest } from '../procedures/deploy-requests/vote.ts'
import { countWaitingDeployRequests } from '../procedures/deploy-requests/waiting.ts'
import {
  getDeployRequestChangeConsequences,
  getDeployRequestConsequences,
} from '../procedures/deploy-requests/consequences.ts'
import { getDeployRequestContent } from '../procedures/deploy-requests/content.ts'
import { getDeployRequestText } from '../procedures/deploy-requests/text.ts'
import { getDeploymentContent } from '../procedures/deployments/content.ts'
import { getDeploymentDifference } from '../procedures/deployments/difference.ts'
import { getRestore } from '../procedures/deployments/restore.ts'
import { getDeploymentText } from '../procedures/deployments/text.ts'
import { deploy } from '../procedures/deployments/deploy.ts'
import { listDeployments } from '../procedures/deployments/list.ts'
import { rollback } from '../procedures/deployments/rollback.ts'
import { getDraftChecks } from '../procedures/draft/checks.ts'
import { saveDraftText } from '../procedures/draft/save-text.ts'
import { saveDraft } from '../procedures/draft/save.ts'
import { getDraftText } from '../procedures/draft/text.ts'
import { saveLayout } from '../procedures/draft/save-layout.ts'
import { listPlanExamples } from '../procedures/plan/examples.ts'
import { runDraftExamples } from '../procedures/examples/run.ts'
import { exportText } from '../procedures/exports/text.ts'
import { listGateways } from '../procedures/gateways/list.ts'
import { explain } from '../procedures/inspect/explain.ts'
import { send } from '../procedures/inspect/send.ts'
import { getChangeConsequences, getConsequences } from '../procedures/plan/consequences.ts'
import { getPlan } from '../procedures/plan/get.ts'
import { getPlanRemoved } from '../procedures/plan/removed.ts'
import { getPlanText } from '../procedures/plan/text.ts'
import { leavePresence } from '../procedures/presence/leave.ts'
import { listPresence } from '../procedures/presence/list.ts'
import { showPresence } from '../procedures/presence/show.ts'
import { getPortal } from '../procedures/portal/get.ts'
import { updatePortal } from '../procedures/portal/update.ts'
import { diagnoseRequest } from '../procedures/requests/diagnose.ts'
import { getRequest } from '../procedures/requests/get.ts'
import { listRequests } from '../procedures/requests/list.ts'
import { getSession } from '../procedures/session/get.ts'
import { resetPassword } from '../procedures/session/reset-password.ts'
import { setUp } from '../procedures/session/set-up.ts'
import { signIn } from '../procedures/session/sign-in.ts'
import { signOut } from '../procedures/session/sign-out.ts'
import { createStage } from '../procedures/stages/create.ts'
import { getStageExample } from '../procedures/stages/example.ts'
import { listUpstreams } from '../procedures/upstreams/list.ts'
import { listStages } from '../procedures/stages/list.ts'
import { removeStage } from '../procedures/stages/remove.ts'
import { updateStage } from '../procedures/stages/update.ts'
import { createToken } from '../procedures/tokens/create.ts'
import { listTokens } from '../procedures/tokens/list.ts'
import { revokeToken } from '../procedures/tokens/revoke.ts'
import { listAdministrators } from '../procedures/users/administrators.ts'
import { listNamesOfUsers } from '../procedures/users/names.ts'
import { changeRole } from '../procedures/users/change-role.ts'
import { createResetLink } from '../procedures/users/create-reset-link.ts'
import { createUser } from '../procedures/users/create.ts'
import { listUsers } from '../procedures/users/list.ts'
import { removeUser } from '../procedures/users/remove.ts'
import { acknowledge } from '../procedures/verdicts/acknowledge.ts'
import { override } from '../procedures/verdicts/override.ts'
import { listOverrides } from '../procedures/verdicts/overrides.ts'
import { restore } from '../procedures/verdicts/restore.ts'
import { withdraw } from '../procedures/verdicts/withdraw.ts'
import { expose } from './expose.ts'
import { liveEvents } from './live-events.ts'
import { router } from './trpc.ts'

/** Table of contents of what the console may ask. */
export const appRouter = router({
  session: router({
    get: expose(getSession),
    setup: expose(setUp),
    signIn: expose(signIn),
    signOut: expose(signOut),
    resetPassword: expose(resetPassword),
  }),
  account: router({ rename: expose(rename), changePassword: expose(changePassword) }),
  apis: router({
    list: expose(listApis),
    get: expose(getApi),
    create: expose(createApi),
    remove: expose(removeApi),
  }),
  draft: router({
    checks: expose(getDraftChecks),
    save: expose(saveDraft),
    saveLayout: expose(saveLayout),
    text: expose(getDraftText),
    saveText: expose(saveDraftText),
  }),
  upstreams: router({ list: expose(listUpstreams) }),
  stages: router({
    list: expose(listStages),
    example: expose(getStageExample),
    create: expose(createStage),
    update: expose(updateStage),
    remove: expose(removeStage),
  }),
  plan: router({
    get: expose(getPlan),
    text: expose(getPlanText),
    examples: expose(listPlanExamples),
    removed: expose(getPlanRemoved),
    consequences: expose(getConsequences),
    changeConsequences: expose(getChangeConsequences),
  }),
  verdicts: router({
    overrides: expose(listOverrides),
    override: expose(override),
    restore: expose(restore),
    acknowledge: expose(acknowledge),
    withdraw: expose(withdraw),
  }),
  canary: router({
    get: expose(getCanary),
    change: expose(changeCanary),
    promote: expose(promoteCanary),
    discard: expose(discardCanary),
  }),
  deployments: router({
    deploy: expose(deploy),
    list: expose(listDeployments),
    rollback: expose(rollback),
    compare: expose(compareDeployments),
    content: expose(getDeploymentContent),
    difference: expose(getDeploymentDifference),
    text: expose(getDeploymentText),
    restore: expose(getRestore),
  }),
  deployRequests: router({
    list: expose(listDeployRequests),
    waiting: expose(countWaitingDeployRequests),
    get: expose(getDeployRequest),
    content: expose(getDeployRequestContent),
    text: expose(getDeployRequestText),
    consequences: expose(getDeployRequestConsequences),
    changeConsequences: expose(getDeployRequestChangeConsequences),
    open: expose(openDeployRequest),
    rebase: expose(rebaseDeployRequest),
    vote: expose(voteDeployRequest),
    comment: expose(commentDeployRequest),
    changeComment: expose(changeDeployRequestComment),
    removeComment: expose(removeDeployRequestComment),
    deploy: expose(deployDeployRequest),
    schedule: expose(scheduleDeployRequest),
    unschedule: expose(unscheduleDeployRequest),
    revert: expose(revertDeployRequest),
    endRevert: expose(endRevertOfDeployRequest),
    close: expose(closeDeployRequest),
  }),
  exports: router({ text: expose(exportText) }),
  examples: router({ run: expose(runDraftExamples) }),
  inspect: router({ explain: expose(explain), send: expose(send) }),
  presence: router({ list: expose(listPresence), show: expose(showPresence), leave: expose(leavePresence) }),
  portal: router({ get: expose(getPortal), update: expose(updatePortal) }),
  tokens: router({ list: expose(listTokens), create: expose(createToken), revoke: expose(revokeToken) }),
  users: router({
    list: expose(listUsers),
    administrators: expose(listAdministrators),
    names: expose(listNamesOfUsers),
    create: expose(createUser),
    changeRole: expose(changeRole),
    createResetLink: expose(createResetLink),
    remove: expose(removeUser),
  }),
  gateways: router({ list: expose(listGateways) }),
  requests: router({
    list: expose(listRequests),
    get: expose(getRequest),
    diagnose: expose(diagnoseRequest),
  }),
  audit: router({ list: expose(listAudit), actors: expose(listAuditActors) }),
  live: router({ events: liveEvents }),
})

export type AppRouter = typeof appRouter
