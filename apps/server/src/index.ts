export type { ApiSummary, PortalVisibility } from './presenters/api-view.ts'
export type {
  AuditAction,
  AuditActorView,
  AuditCursor,
  AuditKind,
  AuditPage,
  AuditView,
} from './presenters/audit-view.ts'
export type { ChangeConsequencesView, ConsequencesView } from './presenters/consequences-view.ts'
export type { ContentView, DifferenceView, RestoreView } from './presenters/content-view.ts'
export type { CanarySide, CanaryTraffic } from './presenters/canary-view.ts'
export type { Deployed, DeploymentView } from './presenters/deployment-view.ts'
export type {
  DeployRequestAnswer,
  DeployRequestComment,
  DeployRequestDetail,
  DeployRequestSummary,
} from './presenters/deploy-request-view.ts'
export type { DraftPart, DraftView, Point, SavedView, VersionedRecord } from './presenters/draft-view.ts'
export type { ExampleRun } from './presenters/example-run-view.ts'
export type { GatewayView } from './presenters/gateway-view.ts'
export type { UpstreamView } from './presenters/upstreams.ts'
export type { Guard, InspectionView, PassedRecord, RequestPath } from './presenters/inspection-view.ts'
export type { ImportReportView } from './presenters/import-view.ts'
export type { LiveEvent, Presence } from './presenters/live-view.ts'
export type { PlanContentPart } from './presenters/content-view.ts'
export type { ChangeView, PlanView } from './presenters/plan-view.ts'
export type { PlanAnswer } from './plan/share-plan.ts'
export type { Diagnosis, Excerpt, FailedCall } from '@penstock/bundle'
export type { RequestDetailView, RequestPhase, RequestView } from './presenters/request-view.ts'
export type { Action, SessionView } from './presenters/session-view.ts'
export type { CanaryView, StageSummary } from './presenters/stage-view.ts'
export type { SavedText, StalePart, TextView } from './presenters/text-view.ts'
export type { CreatedToken, TokenView } from './presenters/token-view.ts'
export type { TriedView } from './presenters/try-it-view.ts'
export type { ResetLinkView, Role, UserView } from './presenters/user-view.ts'
export type { OverrideItem } from './presenters/verdict-views.ts'
export { type RunningServer, type ServerOptions, startServer } from './start-server.ts'
export type {
  PortalAuthentication,
  PortalChange,
  PortalChangelog,
  PortalGroup,
  PortalIndex,
  PortalOperation,
  PortalOperationSummary,
  PortalRelease,
} from './portal/portal-view.ts'
export type { AppRouter } from './trpc/router.ts'
