import type { DeployRequestDetail } from '@penstock/server'
import { Moment } from '../../../app/moment.tsx'
import { PersonName } from '../../../app/person-name.tsx'
import { TokenMark } from '../../../app/token-mark.tsx'
import { PlanName } from '../../review/plan-name.tsx'
import { planSentence } from '../../review/plan-sentence.ts'
import { RequestActions } from './request-actions.tsx'
import { RequestBadge } from './request-badge.tsx'

export interface RequestHeaderProps {
  slug: string
  request: DeployRequestDetail
  onFailed: (error: unknown) => void
}

/** What is asked, where it stands, the plan in one sentence, and the deeds. */
export function RequestHeader(props: RequestHeaderProps) {
  const { request } = props
  return (
    <div className="flex shrink-0 flex-wrap items-start gap-x-4 gap-y-2 border-b border-line bg-surface px-6 py-3">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="min-w-0 text-lg font-semibold break-words text-fg">
            {request.title} <span className="tabular font-normal text-fg-3">#{request.number}</span>
          </h1>
          <RequestBadge request={request} />
        </div>
        <p className="tabular mt-0.5 text-sm text-fg-2">
          {planSentence(request.plan)}
          {request.base && ` · on v${request.base.version}`} · <PlanName hash={request.planHash} /> · by{' '}
          <TokenMark kind={request.authorKind} />
          <PersonName of={request.author} kind={request.authorKind} />, <Moment at={request.createdAt} />
        </p>
        {request.description && (
          <p className="mt-1.5 max-w-3xl text-sm whitespace-pre-line text-fg">{request.description}</p>
        )}
      </div>
      <RequestActions {...props} />
    </div>
  )
}
