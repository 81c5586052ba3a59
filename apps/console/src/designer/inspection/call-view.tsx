import type { InspectionView } from '@penstock/server'
import { BodyView, HeaderList } from './message-view.tsx'

type Call = NonNullable<InspectionView['call']>

/** What the integration is called with, after all mappings. */
export function CallView({ call }: { call: Call }) {
  if (call.kind === 'http')
    return (
      <div className="flex flex-col gap-2">
        <code className="text-xs font-medium break-all">
          {call.method} {call.url}
        </code>
        <HeaderList headers={call.headers} />
        {call.body && <BodyView body={call.body} label="body of the backend request" />}
      </div>
    )
  if (call.kind === 'function')
    return (
      <div className="flex flex-col gap-2">
        <p className="text-sm">
          The function <code className="text-xs font-medium">{call.function}</code> with the event
        </p>
        <BodyView body={call.event} label="event of the function" />
      </div>
    )
  return (
    <p className="text-sm">
      Nothing leaves the gateway: {call.kind === 'mock' ? 'the mock' : 'an example of the method'} answers{' '}
      <code className="text-xs font-medium">{call.status}</code>.
    </p>
  )
}
