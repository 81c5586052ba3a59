export { Designer } from './designer.tsx'
export { ReviewGraph, type ReviewGraphProps } from './review-graph.tsx'
