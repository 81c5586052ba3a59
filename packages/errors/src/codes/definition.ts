import { defineCodes } from '../code.ts'

export const definitionCodes = defineCodes({
  SLUG_TAKEN: {
    status: 409,
    fault: 'client',
    message:
      'An API with the slug "{slug}" exists already. Choose another, or import into it by merging or overwriting.',
  },
  API_NOT_FOUND: { status: 404, fault: 'client', message: 'There is no API with the slug "{slug}".' },
  STAGE_NOT_FOUND: {
    status: 404,
    fault: 'client',
    message: 'The API "{slug}" has no stage "{stage}". {hint}',
  },
  STAGE_TAKEN: { status: 409, fault: 'client', message: 'The API "{slug}" has a stage "{stage}" already.' },
  DEPLOYMENT_NOT_FOUND: { status: 404, fault: 'client', message: 'There is no such deployment of "{slug}".' },
  RECORD_INVALID: { status: 400, fault: 'client', message: 'The record "{id}" is not valid: {reason}' },
  RECORD_CONFLICT: {
    status: 409,
    fault: 'client',
    message:
      'Somebody else changed {count} of the records you are saving. Nothing was saved; compare and decide.',
  },
  TEXT_TOO_LARGE: {
    status: 413,
    fault: 'client',
    message: 'The comments of an API have at most {limit}. What was typed last is not kept.',
  },
  PLAN_STALE: {
    status: 409,
    fault: 'client',
    message: 'The draft or the stage has changed since this plan was made. Review the new plan.',
  },
  PLAN_GONE: {
    status: 410,
    fault: 'client',
    message: 'This plan is not kept any more. Ask for the plan as it is now.',
  },
  PLAN_REFUSED: {
    status: 422,
    fault: 'client',
    message: 'The draft has {count} errors that would break traffic. Fix them, then deploy.',
  },
  ACKNOWLEDGEMENT_UNKNOWN: {
    status: 422,
    fault: 'client',
    message:
      'Nothing can be acknowledged as "{names}": it names neither a change of the plan for {stage} nor a check.',
  },
  NOTHING_TO_DEPLOY: {
    status: 200,
    fault: 'client',
    message: 'The stage serves exactly this already. There is nothing to deploy.',
  },
  ROLLBACK_STALE: {
    status: 409,
    fault: 'client',
    message:
      '{stage} serves {live} now, which was deployed since you looked. Nothing was rolled back: see what that would take away, then decide again.',
  },
  CANARY_NEEDS_DEPLOYMENT: {
    status: 409,
    fault: 'client',
    message:
      '{stage} of {slug} serves nothing yet, so nothing can be tried beside it. Deploy to it first, then deploy a canary.',
  },
  CANARY_PRESENT: {
    status: 409,
    fault: 'client',
    message:
      '{stage} has a canary, {canary}. Promote or discard it first, or deploy to the canary; nothing was deployed.',
  },
  CANARY_NOT_FOUND: { status: 404, fault: 'client', message: '{stage} of {slug} has no canary.' },
  CANARY_STALE: {
    status: 409,
    fault: 'client',
    message:
      '{stage} serves {live} and its canary is {canary} now, which changed since you looked. Nothing was done: look again, then decide.',
  },
  IMPORT_REFUSED: { status: 400, fault: 'client', message: '{reason}' },
  IMPORT_TOO_LARGE: {
    status: 413,
    fault: 'client',
    message: 'The document is {size}; the limit is {limit}. Split it, or raise PENSTOCK_IMPORT_LIMIT_MB.',
  },
  IMPORT_TOO_COMPLEX: {
    status: 400,
    fault: 'client',
    message: 'The document expands to more than {limit} nodes. It may be a YAML alias bomb.',
  },
})
