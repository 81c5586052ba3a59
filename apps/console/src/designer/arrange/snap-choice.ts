const key = 'penstock.snapping'

/** Whether a person wants what is dragged to snap; remembered in this browser. */
export function isSnappingWanted(): boolean {
  return typeof localStorage === 'undefined' || localStorage.getItem(key) !== 'off'
}

export function rememberSnapping(isSnapping: boolean): void {
  localStorage.setItem(key, isSnapping ? 'on' : 'off')
}
