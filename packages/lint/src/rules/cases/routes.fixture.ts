import { aws, get, pets, resource } from '../../testing.fixture.ts'
import type { Cases } from './case.fixture.ts'

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const
const all = (...httpMethods: readonly (typeof verbs)[number][]) =>
  httpMethods.map((httpMethod) => get({ id: `met_${httpMethod}`, resource: 'res_pets', httpMethod }))
const any = get({ id: 'met_any', resource: 'res_pets', httpMethod: 'ANY' })

export const routes: Cases = {
  'unreachable-route': {
    fires: pets(resource('res_odd', 'res_root', 'find?by=name'), get({ id: 'met_odd', resource: 'res_odd' })),
    at: 'met_odd resource',
    silent: [
      pets(),
      pets(aws(), any, ...all('GET', 'POST')),
      // A method of one's own is answered by ANY where no list says which there are.
      pets(any, ...all(...verbs)),
      pets(resource('res_slash', 'res_pets', ''), get({ id: 'met_slash', resource: 'res_slash' })),
    ],
  },
  'greedy-parameter-not-last': {
    fires: pets(resource('res_all', 'res_root', '{path+}'), resource('res_below', 'res_all', 'below')),
    at: 'res_below parent',
    silent: [pets(resource('res_all', 'res_root', '{path+}'))],
  },
  'empty-path-segment': {
    fires: pets(resource('res_slash', 'res_pets', '')),
    at: 'res_slash pathPart',
    silent: [pets()],
  },
  'partial-path-parameter': {
    fires: pets(aws(), resource('res_json', 'res_pets', '{name}.json')),
    at: 'res_json pathPart',
    silent: [pets(resource('res_json', 'res_pets', '{name}.json')), pets(aws())],
  },
  'sibling-parameters': {
    fires: pets(resource('res_other', 'res_pets', '{name}')),
    at: 'res_other pathPart',
    silent: [
      pets(resource('res_other', 'res_pet', '{name}')),
      pets(resource('res_other', 'res_pets', '{rest+}')),
    ],
  },
  'parameter-naming': {
    fires: pets(
      resource('res_a', 'res_root', '{petId}'),
      resource('res_b', 'res_a', '{ownerId}'),
      resource('res_c', 'res_b', '{photo_id}'),
    ),
    at: 'res_c pathPart',
    silent: [pets(), pets(resource('res_a', 'res_root', '{petId}'), resource('res_b', 'res_a', '{name}'))],
  },
  'path-letter-case': {
    fires: pets(resource('res_a', 'res_root', 'owners'), resource('res_b', 'res_root', 'Photos')),
    at: 'res_b pathPart',
    silent: [
      pets(resource('res_a', 'res_root', 'owners')),
      pets(resource('res_a', 'res_root', 'Owners'), resource('res_b', 'res_root', 'petPhotos')),
    ],
  },
}
