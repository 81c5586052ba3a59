import {
  type Definition,
  find,
  type Integration,
  type Method,
  newId,
  type RecordId,
  recordsOf,
} from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import { answerWith } from './stand-in.ts'

/** The integration that stands in for a backend in an API that was imported without one. */
export function sharedStandIn(definition: Definition): Integration | undefined {
  let best: { integration: Integration; users: number } | undefined
  const users = new Map<RecordId, number>()
  for (const method of recordsOf(definition, 'method'))
    if (method.integration) users.set(method.integration, (users.get(method.integration) ?? 0) + 1)
  for (const integration of recordsOf(definition, 'integration')) {
    const count = users.get(integration.id) ?? 0
    const standsIn = integration.fromExamples || integration.upstream !== undefined
    if (standsIn && (!best || count > best.users)) best = { integration, users: count }
  }
  return best?.integration
}

/** Where the description says that the API lives, as a first guess at the upstream. */
export function suggestedUrl(definition: Definition): string {
  const standIn = sharedStandIn(definition)
  const upstream = find(definition, 'upstream', standIn?.upstream)
  if (upstream) return upstream.url
  for (const api of recordsOf(definition, 'api')) {
    for (const server of api.servers ?? []) {
      const url = server['url']
      if (typeof url === 'string' && /^https?:\/\//.test(url)) return url.replace(/\/$/, '')
    }
  }
  return ''
}

/**
 * Sends all methods that the mock answered to a backend: one upstream is added, and the body of the one integration
 * that they share is replaced. With no `uri`, the path of the request passes through.
 */
export function pointAtUpstream(transaction: EditorTransaction, url: string): RecordId {
  const definition = transaction.all()
  const standIn = sharedStandIn(definition)
  const existing = find(definition, 'upstream', standIn?.upstream)
  const name = existing?.name ?? hostOf(url)
  const upstream = existing?.id ?? newId('upstream')
  transaction.put({ ...existing, kind: 'upstream', id: upstream, name, url })
  const id = standIn?.id ?? newId('integration')
  transaction.put({ kind: 'integration', id, name: `HTTP proxy to ${name}`, type: 'http_proxy', upstream })
  for (const method of methodsToPoint(definition)) answerWith(transaction, method.id, id)
  return upstream
}

/** Methods that nothing real answers: those without an integration, and those of stand-ins. */
export function methodsToPoint(definition: Definition): Method[] {
  const shared = sharedStandIn(definition)?.id
  return [...recordsOf(definition, 'method')].filter(({ integration }) => {
    if (integration === undefined || integration === shared) return true
    return find(definition, 'integration', integration)?.fromExamples ?? false
  })
}

function hostOf(url: string): string {
  return URL.canParse(url) && !url.includes('${') ? new URL(url).host : 'upstream'
}
