export { Designer } from './designer.tsx'
export { DifferenceGraph, ReviewGraph, type ReviewGraphProps } from './review-graph.tsx'
export { StillGraph, type StillGraphProps } from './still-graph.tsx'
