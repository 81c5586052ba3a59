import { connectionRouteKeys, recordsOf } from '@penstock/model'
import { uniqueName } from '../../edits/unique-name.ts'
import type { NodeCopies } from '../node-copies.ts'

export const routeCopies: NodeCopies<'route'> = {
  into: (copy, _at, draft) => {
    const [api] = recordsOf(draft, 'api')
    return api?.type === 'WEBSOCKET' ? copy : 'WebSocket routes belong in WebSocket APIs.'
  },
  free: (copy, definition) => {
    const taken = new Set<string>()
    for (const other of recordsOf(definition, 'route')) if (other.id !== copy.id) taken.add(other.routeKey)
    if (taken.has(copy.routeKey) && connectionRouteKeys.some((key) => key === copy.routeKey))
      return `There is a route ${copy.routeKey} already.`
    return { ...copy, routeKey: uniqueName(taken, copy.routeKey) }
  },
}
