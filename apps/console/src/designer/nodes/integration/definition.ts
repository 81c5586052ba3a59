import { find, type Integration } from '@penstock/model'
import { Plug } from 'lucide-react'
import { calledOf, cloudService } from './cloud-service.ts'
import { defineNode, renameByName, targetSkeleton } from '../node-definition.ts'
import { freeByName } from '../node-copies.ts'
import { integrationFields } from './common-fields.ts'

const typeNames: Readonly<Record<Integration['type'], string>> = {
  mock: 'Mock',
  http: 'HTTP with mappings',
  http_proxy: 'HTTP proxy',
  aws: 'Function with mappings',
  aws_proxy: 'Function',
}

/** What answers, in words. */
export function integrationType(integration: Integration): string {
  if (integration.fromExamples) return 'Mock from examples'
  const service = cloudService(integration)
  if (service !== null) return `Cloud service, ${service}`
  const streams = integration.type === 'aws_proxy' && integration.responseTransferMode === 'STREAM'
  return streams ? `${typeNames.aws_proxy}, streamed` : typeNames[integration.type]
}

export function integrationTitle(integration: Integration): string {
  return integration.name ?? calledOf(integration) ?? integrationType(integration)
}

export const integrationNode = defineNode({
  kind: 'integration',
  noun: 'integration',
  glyph: Plug,
  skeleton: (integration) =>
    targetSkeleton(integration.name ?? calledOf(integration) ?? '', 1, [
      integration.upstream,
      integration.function,
    ]),
  title: integrationTitle,
  detail: (integration, definition) => {
    if (integration.fromExamples) return 'Answers with examples and schemas'
    const upstream = find(definition, 'upstream', integration.upstream)
    const fn = find(definition, 'function', integration.function)
    const where = fn?.name ?? [upstream?.url, calledOf(integration)].filter(Boolean).join('')
    return where ? `${integrationType(integration)} · ${where}` : integrationType(integration)
  },
  takes: ['upstream', 'function'],
  madeBy: 'mock',
  commonFields: integrationFields,
  copies: { free: freeByName<'integration'>(' ') },
  rename: renameByName<'integration'>(),
})
