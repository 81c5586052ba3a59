import { renameRefs } from '../../edits/rename-refs.ts'
import { freeByName, type NodeCopies } from '../node-copies.ts'

export const componentCopies: NodeCopies<'component'> = {
  free: freeByName<'component'>(''),
  renamedIn: (other, { section, name }, to) => renameRefs(other, section, name, to.name),
}
