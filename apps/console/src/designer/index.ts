export { Designer } from './designer.tsx'
export { DifferenceGraph } from './review-graph.tsx'
export { StillGraph, type StillGraphProps } from './still-graph.tsx'
