import { canonicalJson, find } from '@penstock/model'
import type { BundleIntegration } from '../schema.ts'
import type { BuildContext } from './context.ts'
import { translations } from './integrations/index.ts'
import { Numbered } from './numbered.ts'

export interface IntegrationTable {
  readonly list: BundleIntegration[]
  /** Where an integration stands in the list; null where there is none with this id. */
  numberOf(id: string): number | null
  /** Where something stands that no record says. */
  add(integration: BundleIntegration): number
}

/** Integrations by record id, each record translated once and equal translations shared. */
export function integrationTable(context: BuildContext): IntegrationTable {
  const table = new Numbered<BundleIntegration>(canonicalJson)
  const known = new Map<string, number>()
  return {
    list: table.list,
    add: (integration) => table.numberOf(integration),
    numberOf(id: string): number | null {
      const record = find(context.definition, 'integration', id)
      if (!record) return null
      let number = known.get(id)
      if (number === undefined)
        known.set(id, (number = table.numberOf(translations[record.type](record, context))))
      return number
    },
  }
}
