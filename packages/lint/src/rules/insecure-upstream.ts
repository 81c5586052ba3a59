import { exposedHost } from '../facts/plain-http.ts'
import { defineRule } from '../rule.ts'

export const insecureUpstream = defineRule({
  id: 'insecure-upstream',
  severity: 'warning',
  title: 'A service is called without TLS',
  why: 'Everybody on the way reads and changes what the gateway and the service say to each other, tokens included.',
  mend: 'Call it by `https://`.',
  on: ['upstream', 'integration'],
  *check(record) {
    const [field, url] =
      record.kind === 'upstream' ? (['url', record.url] as const) : (['uri', record.uri ?? ''] as const)
    const host = exposedHost(url)
    if (host !== undefined) yield { path: [field], message: `${host} is called by HTTP, without TLS.` }
  },
})
