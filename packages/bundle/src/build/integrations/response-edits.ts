import type { Integration } from '@penstock/model'
import { type BuildContext, warning } from '../context.ts'
import { isObject } from '../is-object.ts'
import { byText } from '../order.ts'

type ByStatus = Record<string, Record<string, string>>

/** What an HTTP API changes of answers, by status; Amazon's documents say it in a member that is kept as it came. */
export function responseEdits(integration: Integration, context: BuildContext): ByStatus | undefined {
  const said = integration.rest?.['responseParameters']
  if (!isObject(said)) return undefined
  const found: ByStatus = {}
  for (const status of Object.keys(said).sort(byText)) {
    const parameters = said[status]
    const isMapping =
      isObject(parameters) && Object.values(parameters).every((each) => typeof each === 'string')
    if (/^[2-5]\d\d$/.test(status) && isMapping) found[status] = parameters as Record<string, string>
    else
      context.report(
        warning(
          'mapping-unsupported',
          `"${status}" is no status with mappings of its answers. It is left out.`,
          {
            record: integration.id,
            path: ['rest', 'responseParameters', status],
          },
        ),
      )
  }
  return Object.keys(found).length === 0 ? undefined : found
}
