export type { BlockLabel } from './block-view.tsx'
export { FlowCanvas, type FlowCanvasHandle, type FlowCanvasProps, paletteDragType } from './flow-canvas.tsx'
export type { Tone } from './tones.ts'
export { type Direction, walk } from './walk.ts'
