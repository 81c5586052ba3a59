import { renameRefs } from '../../edits/rename-refs.ts'
import { freeByName, type NodeCopies } from '../node-copies.ts'

export const modelCopies: NodeCopies<'model'> = {
  free: freeByName<'model'>(''),
  renamedIn: (other, from, to) => renameRefs(other, 'schemas', from.name, to.name),
}
