export { LiveDocument, type Typed } from './live-document.ts'
export { placeOf, pointerAt, rangeAt, recordAt } from './places.ts'
export type { Syntax } from './read-node.ts'
export type { TextEdit } from './text-tree.ts'
