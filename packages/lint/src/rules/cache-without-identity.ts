import { cacheSecondsOf, identitySourcesOf, isFunctionAuthorizer } from '../facts/authorizer-cache.ts'
import { defineRule } from '../rule.ts'

export const cacheWithoutIdentity = defineRule({
  id: 'cache-without-identity',
  severity: 'warning',
  title: 'Answers of an authorizer are kept, and nothing tells callers apart',
  why: 'The identity source is the key under which an answer is kept. Without one the first caller’s answer would be everybody’s, so Amazon refuses such an authorizer.',
  mend: 'Name what tells callers apart, such as `method.request.header.Authorization`, or keep answers for 0 seconds.',
  on: ['authorizer'],
  *check(authorizer) {
    const type = authorizer.settings?.['type']
    if (!isFunctionAuthorizer(authorizer) || typeof type !== 'string' || type.toLowerCase() !== 'request')
      return
    if (cacheSecondsOf(authorizer) === 0 || identitySourcesOf(authorizer).length > 0) return
    const message = `"${authorizer.name}" keeps answers for ${cacheSecondsOf(authorizer)} s and has no identity source.`
    yield { path: ['settings', 'identitySource'], message }
  },
})
