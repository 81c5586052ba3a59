import { previewTokenHeader, type StageState } from '@penstock/bundle'
import { Failure } from './failure.ts'
import { headerValue } from './headers.ts'
import type { RequestContext } from './request-context.ts'
import { Secret } from './secret.ts'

/** Lets a request to a draft through, without its token; throws PREVIEW_PROTECTED. */
export type PreviewAccess = (context: RequestContext) => void

/** Null for a deployed stage. A preview that came without a token is closed to everyone. */
export function previewAccess({
  version,
  access,
}: Pick<StageState, 'version' | 'access'>): PreviewAccess | null {
  if (version !== null) return null
  const wanted = access === undefined ? null : new Secret(access.token)
  return (context) => {
    const given = headerValue(context.request.headers, previewTokenHeader)
    if (wanted === null || given === undefined || !wanted.isShown(given))
      throw new Failure('PREVIEW_PROTECTED', {
        phase: 'address',
        reason: given === undefined ? 'the call shows no preview token' : 'the preview token is another one',
      })
    context.dropHeader(previewTokenHeader)
  }
}
