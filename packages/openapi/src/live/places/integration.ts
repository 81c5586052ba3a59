import { type Integration, recordsOf } from '@penstock/model'
import { integrationExtension } from '../../import/integration.ts'
import { componentHint } from '../../integration-keys.ts'
import { pointerOf } from '../../pointer.ts'
import { integrationsSaid } from '../live-scope.ts'
import { placeById } from './by-id.ts'
import type { KindPlace } from './kind-place.ts'

export const integrationPlace: KindPlace<Integration> = {
  placeOf({ id, rest }, { definition, placeOf }) {
    const says = integrationsSaid(definition)(id)
    if (says === 'by id') return placeById({ id })
    if (says === 'not at all') return undefined
    const component = rest?.[componentHint]
    if (typeof component === 'string')
      return pointerOf('components', 'x-amazon-apigateway-integrations', component)
    for (const method of recordsOf(definition, 'method'))
      if (method.integration === id) return `${placeOf(method.id)}/${integrationExtension}`
    return undefined
  },
  // What stands in an operation is the operation's: whose cursor is there has the method selected.
  recordAt: null,
}
