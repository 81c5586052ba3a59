import { freeByName, type NodeCopies } from '../node-copies.ts'

export const exampleCopies: NodeCopies<'example'> = {
  into: (copy, at, draft) =>
    at !== null && draft.get(at)?.kind === 'method'
      ? { ...copy, method: at }
      : 'An example is pasted onto the method that it calls: select one first.',
  free: freeByName<'example'>(' '),
}
