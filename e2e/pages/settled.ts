import type { Locator } from '@playwright/test'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Where a node stands on the screen once it moves no more: a canvas that frames, lays out or follows takes many frames
 * for it on a busy machine, and whoever points meanwhile points beside it. A drag that is held counts as standing.
 */
export async function settledBoxOf(node: Locator): Promise<Box> {
  await settle(node, true)
  const box = await node.boundingBox()
  if (!box) throw new Error(`There is no box of ${String(node)}.`)
  return box
}

/** Place and zoom of a graph, as the browser draws it once they stay. */
export async function settledViewOf(graph: Locator): Promise<string | null> {
  const viewport = graph.locator('.react-flow__viewport')
  await settle(viewport, false)
  return viewport.getAttribute('style')
}

/** Until three frames in a row show the same; a move that was just asked for begins with one of the first two. */
async function settle(what: Locator, whole: boolean): Promise<void> {
  await what.evaluate(async (element, byPlace) => {
    const look = () => {
      if (!byPlace) return element.getAttribute('style')
      const { x, y, width, height } = element.getBoundingClientRect()
      return `${x} ${y} ${width} ${height}`
    }
    const frame = () => new Promise(requestAnimationFrame)
    await frame()
    await frame()
    for (let shown = look(), same = 0; same < 3; ) {
      await frame()
      const now = look()
      same = now === shown ? same + 1 : 0
      shown = now
    }
  }, whole)
}
