export {
  acknowledgeChanges,
  type GivenAcknowledgement,
  isOpenBreak,
  unknownAcknowledgements,
} from './acknowledge.ts'
export type { Area, CheckInfo } from './checks/check.ts'
export { checkList } from './checks/index.ts'
export { classify } from './classify.ts'
export { compareRecords } from './compare.ts'
export { deltasOf } from './deltas-of.ts'
export { describeChange, describeSummary } from './describe.ts'
export { judge } from './judge.ts'
export { overrideVerdicts } from './override-verdicts.ts'
export { type SharedChanges, type SharingChange, shareRoutes, spreadRoutes } from './shared-routes.ts'
export { type TouchedRoute, touchedRoutes } from './touched-routes.ts'
export type {
  Acknowledgement,
  ActorRef,
  AlsoChanged,
  Change,
  FieldChange,
  Finding,
  OverrideLevel,
  ToldChange,
  Verdict,
  VerdictOverride,
} from './types.ts'
export { byVerdict, summarize, verdicts, worst } from './verdict.ts'
