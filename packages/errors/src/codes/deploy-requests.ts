import { defineCodes } from '../code.ts'

export const deployRequestCodes = defineCodes({
  APPROVAL_REQUIRED: {
    status: 409,
    fault: 'client',
    message:
      'The stage "{stage}" is deployed to by deploy requests, which {people} approve. Open one: in the review, with "penstock deploy {slug} {stage} --request", or by POST /api/v1/apis/{slug}/deploy-requests.',
  },
  ROLLBACK_NOT_REVIEWED: {
    status: 409,
    fault: 'client',
    message:
      'The stage "{stage}" has never served this content, and what it serves has to be approved. Roll back to one of its own deployments, or open a deploy request.',
  },
  DEPLOY_REQUEST_NOT_FOUND: {
    status: 404,
    fault: 'client',
    message: 'The API "{slug}" has no deploy request {number}.',
  },
  DEPLOY_REQUEST_STATE: {
    status: 409,
    fault: 'client',
    message: 'Deploy request {number} is {state}: {action}.',
  },
  DEPLOY_REQUEST_STALE: {
    status: 409,
    fault: 'client',
    message:
      'Deploy request {number} is stale: {reason}. Rebase it: it is planned again, and approved again.',
  },
  DEPLOY_REQUEST_UNAPPROVED: {
    status: 409,
    fault: 'client',
    message: 'Deploy request {number} may not be deployed yet: {reason}.',
  },
  DEPLOY_QUEUE_TAKEN: {
    status: 409,
    fault: 'client',
    message: 'Deploy request {other} is next for {stage}. Deploy it or take it from the queue first.',
  },
  OWN_DEPLOY_REQUEST: {
    status: 403,
    fault: 'client',
    message: 'You made this plan: somebody else approves it.',
  },
  REVERT_ENDED: {
    status: 409,
    fault: 'client',
    message:
      'Deploy request {number} can not be reverted with one click any more: {reason}. Roll back in the history instead.',
  },
})
