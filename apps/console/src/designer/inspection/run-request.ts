import type { WrittenRequest } from '@penstock/model'
import type { DesignerSession } from '../session.ts'

/** Whether a request of this method is sent with a body. */
export function carriesBody(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

/** What is asked of the server for a request that was written: GET and HEAD carry no body. */
export function requestInput(
  session: DesignerSession,
  stage: string,
  { method, url: path, headers, body }: WrittenRequest,
) {
  const hasBody = body !== undefined && body !== '' && carriesBody(method)
  return {
    slug: session.slug,
    stage,
    method,
    path,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    ...(hasBody ? { body } : {}),
  }
}
