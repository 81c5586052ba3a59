import { recordsOf, servedRecords, type Upstream } from '@penstock/model'
import { changedFields, type KindComparison, nameMethods } from './comparison.ts'

/** The fields of its targets, in the words of the console. */
const inWords = {
  targets: 'targets',
  balancing: 'balancing',
  retries: 'retries',
  ejection: 'ejection',
  healthCheck: 'health check',
  slowStartMs: 'slow start',
  tls: 'TLS settings',
} as const

const poolFields = Object.keys(inWords) as (keyof typeof inWords)[]

export const upstreamComparison: KindComparison<Upstream> = {
  compare({ after, from, to, emit }) {
    const users = nameMethods(after, [...upstreamComparison.affects(after, to)])
    if (from.url !== to.url)
      emit('upstream-changed', ['url'], { name: to.name, from: from.url, to: to.url, users })
    for (const field of changedFields(from, to, poolFields))
      emit('upstream-pool-changed', [field], {
        name: to.name,
        field: inWords[field as keyof typeof inWords],
        users,
      })
    if (from.name !== to.name)
      emit('name-changed', ['name'], { kind: 'upstream', from: from.name, to: to.name })
    if (changedFields(from, to, ['rest']).length)
      emit('extensions-changed', ['rest'], { fields: ['extensions'] })
  },
  *affects(definition, upstream) {
    const integrations = new Set<string>()
    for (const integration of recordsOf(definition, 'integration'))
      if (integration.upstream === upstream.id) integrations.add(integration.id)
    for (const { id, integration } of servedRecords(definition))
      if (integration !== undefined && integrations.has(integration)) yield id
  },
  subject: (_, upstream) => `upstream ${upstream.name}`,
}
