/** The zoom in steps of a tenth, so that what depends on it is made anew for few of its frames. */
export const zoomStep = (zoom: number) => Math.round(Math.log(zoom) / Math.log(1.1))
export const zoomOfStep = (step: number) => 1.1 ** step
