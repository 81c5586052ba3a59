import { recordsOf } from '@penstock/model'
import { Waypoints } from 'lucide-react'
import { defineNode, renameByName } from '../node-definition.ts'

export const apiNode = defineNode({
  kind: 'api',
  noun: 'API',
  glyph: Waypoints,
  skeleton: () => ({ role: 'root', parent: null, order: '', rank: 0, links: [], width: 200, height: 56 }),
  title: (api) => api.name,
  detail: (api, definition) => {
    let count = 0
    for (const _ of recordsOf(definition, 'method')) count++
    const version = api.version ? `v${api.version.replace(/^v/, '')} · ` : ''
    return `${version}${count} ${count === 1 ? 'operation' : 'operations'}`
  },
  takes: ['resource', 'method', 'mock', 'upstream', 'function'],
  rename: renameByName<'api'>(),
})
