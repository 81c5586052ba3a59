import { freeByName, type NodeCopies } from '../node-copies.ts'
import { withSecurity } from './rename-authorizer.ts'

export const authorizerCopies: NodeCopies<'authorizer'> = {
  free: freeByName<'authorizer'>('-'),
  renamedIn: (other, from, to) => withSecurity(other, from.name, to.name) ?? other,
}
