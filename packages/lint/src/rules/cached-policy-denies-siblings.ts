import { type RecordId } from '@penstock/model'
import { cacheSecondsOf, identitySourcesOf, isFunctionAuthorizer } from '../facts/authorizer-cache.ts'
import { defineRule } from '../rule.ts'

export const cachedPolicyDeniesSiblings = defineRule({
  id: 'cached-policy-denies-siblings',
  severity: 'warning',
  title: 'A cached policy may deny other routes',
  why: 'What an authorizer answers is kept by who calls and not by what is called. A policy that allows only the route of the first call (`event.methodArn`) denies the caller all others until it is forgotten.',
  mend: 'Let the policy allow every route that the caller may use (`…/*`), add `context.httpMethod` and `context.path` to the identity source, or keep answers for 0 seconds.',
  *check({ all }) {
    const routes = new Map<RecordId, number>()
    for (const { authorizer } of all('method'))
      if (authorizer !== undefined) routes.set(authorizer, (routes.get(authorizer) ?? 0) + 1)
    for (const authorizer of all('authorizer')) {
      const { id, name, settings } = authorizer
      const count = routes.get(id) ?? 0
      if (count < 2 || !isFunctionAuthorizer(authorizer) || settings?.['enableSimpleResponses'] === true)
        continue
      const seconds = cacheSecondsOf(authorizer)
      const byRoute = identitySourcesOf(authorizer).some((source) =>
        /context\.(path|resourcePath|routeKey)/i.test(source),
      )
      if (seconds === 0 || byRoute) continue
      const message = `What "${name}" answers is kept for ${seconds} s by caller, and ${count} routes share it: a policy for the one route denies the others.`
      yield { record: id, path: ['settings', 'authorizerResultTtlInSeconds'], message }
    }
  },
})
