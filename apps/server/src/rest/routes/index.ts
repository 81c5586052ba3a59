import type { RestRoute } from '../define.ts'
import { canaryRoutes } from './canary.ts'
import { consumerRoutes } from './consumers.ts'
import { deployRoute } from './deploy.ts'
import { deployRequestRoutes } from './deploy-requests.ts'
import { exportApiRoute } from './export-api.ts'
import { getApiRoute } from './get-api.ts'
import { diagnoseRequestRoute } from './diagnose-request.ts'
import { getRequestRoute } from './get-request.ts'
import { importApiRoute } from './import-api.ts'
import { inspectRoute } from './inspect.ts'
import { testInvokeRoute } from './test-invoke.ts'
import { listApisRoute } from './list-apis.ts'
import { listDeploymentsRoute } from './list-deployments.ts'
import { listRequestsRoute } from './list-requests.ts'
import { listUpstreamsRoute } from './list-upstreams.ts'
import { listStagesRoute } from './list-stages.ts'
import { changeConsequencesRoute, consequencesRoute, planRoute } from './plan.ts'
import { putFunctionRoute } from './put-function.ts'
import { putPortalRoute } from './put-portal.ts'
import { putStageRoute } from './put-stage.ts'
import { removeApiRoute } from './remove-api.ts'
import { removeStageRoute } from './remove-stage.ts'
import { renderTemplateRoute } from './render-template.ts'
import { rollbackRoute } from './rollback.ts'
import { runExamplesRoute } from './run-examples.ts'
import { createTokenRoute, listTokensRoute, revokeTokenRoute } from './tokens.ts'
import { verdictRoutes } from './verdicts.ts'

/** Every call of `/api/v1`, in the order of its description. */
export const routes: readonly RestRoute[] = [
  listApisRoute,
  importApiRoute,
  getApiRoute,
  removeApiRoute,
  exportApiRoute,
  putFunctionRoute,
  putPortalRoute,
  listStagesRoute,
  listUpstreamsRoute,
  putStageRoute,
  removeStageRoute,
  inspectRoute,
  testInvokeRoute,
  runExamplesRoute,
  planRoute,
  consequencesRoute,
  changeConsequencesRoute,
  deployRoute,
  listDeploymentsRoute,
  rollbackRoute,
  ...canaryRoutes,
  ...deployRequestRoutes,
  ...verdictRoutes,
  renderTemplateRoute,
  ...consumerRoutes,
  listRequestsRoute,
  getRequestRoute,
  diagnoseRequestRoute,
  listTokensRoute,
  createTokenRoute,
  revokeTokenRoute,
]
