export { Designer } from './designer.tsx'
export { DifferenceGraph } from './difference-graph.tsx'
export { StillGraph, type StillGraphProps } from './still-graph.tsx'
