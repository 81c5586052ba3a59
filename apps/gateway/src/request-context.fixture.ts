import type { WireResponse } from './wire/server.ts'
import { RequestContext } from './request-context.ts'

const nowhere: WireResponse = {
  requestId: '',
  headSent: false,
  head: () => undefined,
  write: () => true,
  flush: () => undefined,
  end: () => undefined,
  destroy: () => undefined,
  onDrain: () => undefined,
  onGone: () => undefined,
}

/** A request that came over no connection. */
export function contextOf({
  method = 'GET',
  target = '/',
  headers = {},
}: {
  method?: string
  target?: string
  headers?: Record<string, string>
}): RequestContext {
  const request = {
    method,
    target,
    version: '1.1',
    headers: Object.entries(headers).flat(),
    body: null,
    remoteAddress: '::ffff:192.0.2.7',
    localPort: 9080,
    secure: false,
  }
  return new RequestContext(request, nowhere, () => undefined)
}
