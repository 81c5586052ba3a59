import { expect, it } from 'vitest'
import { notesOfNodes } from './notes-of-nodes.ts'

it('marks a closed branch with what is said of everything in it, and nothing where no node shows it', () => {
  const notes = new Map([
    ['res_pets', ['a']],
    ['met_list', ['b', 'c']],
    ['gone', ['d']],
  ])
  const nodeFor = (id: string) => (id === 'gone' ? null : 'res_pets')
  expect(notesOfNodes(notes, nodeFor)).toEqual(new Map([['res_pets', ['a', 'b', 'c']]]))
})
