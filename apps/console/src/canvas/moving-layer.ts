/**
 * While it moves the graph is a layer of its own, which is shifted and not painted again: half as many frames are late
 * without a GPU (`npm run bench`, console). At rest it is none, so that a zoom ends with sharp text. Past React, which
 * would render in the first frame of the move.
 */
export function setMoving(canvas: HTMLElement | null, isMoving: boolean): void {
  canvas?.toggleAttribute('data-moving', isMoving)
}
