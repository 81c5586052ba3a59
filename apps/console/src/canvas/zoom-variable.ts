import { levelAt } from './viewport.ts'
import { zoomOfStep, zoomStep } from './zoom-step.ts'

const name = '--canvas-zoom'
/** How far the zoom may be from what was said last before it is said again in the middle of a move. */
const drift = 2

/**
 * Says the zoom to the styles: lines and handles are as thick on the screen at every zoom, and the names on chips as
 * large. Whoever says it makes the browser look at every element below, which takes longer than a frame; so while the
 * graph moves it is said only when what is drawn is another picture, and at the end of the move.
 */
export function sayZoom(canvas: HTMLElement | null, zoom: number, isMoving: boolean): void {
  if (!canvas) return
  const said = Number(canvas.dataset['zoom'] ?? 0)
  if (said === zoom) return
  const isFar = said > zoom * drift || zoom > said * drift
  if (isMoving && !isFar && levelAt(said) === levelAt(zoom)) return
  canvas.dataset['zoom'] = String(zoom)
  // In steps: what differs by less nobody sees.
  const step = Math.min(1, zoomOfStep(zoomStep(zoom)))
  if (canvas.style.getPropertyValue(name) !== String(step)) canvas.style.setProperty(name, String(step))
}
