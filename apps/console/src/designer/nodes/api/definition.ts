import { Waypoints } from 'lucide-react'
import { defineNode, renameByName } from '../node-definition.ts'

export const apiNode = defineNode({
  kind: 'api',
  noun: 'API',
  glyph: Waypoints,
  skeleton: () => ({ role: 'root', parent: null, order: '', rank: 0, links: [], width: 176, height: 56 }),
  title: (api) => api.name,
  detail: (api) => (api.version ? `version ${api.version.replace(/^v/, '')}` : 'API'),
  takes: [
    'resource',
    'method',
    'route',
    'mock',
    'upstream',
    'function',
    'cloud',
    'model',
    'authorizer',
    'validator',
    'gatewayResponse',
  ],
  rename: renameByName<'api'>((_, __, name) => (name.trim() === '' ? 'An API has a name.' : null)),
})
