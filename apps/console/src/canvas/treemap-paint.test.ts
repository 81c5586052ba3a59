import { expect, test } from 'vitest'
import type { MapCell } from '../layout/index.ts'
import { type GroupLabel, labelCells, type Look, paintMap } from './treemap-paint.ts'

const look = new Proxy({}, { get: (_, name) => String(name) }) as Look
const screen = { width: 800, height: 600 }

/** A context that knows letters of six pixels, and remembers what was drawn where, in which colour. */
function recorder() {
  const texts: { text: string; x: number; y: number; end: number; color: string }[] = []
  const boxes: { x: number; y: number; width: number; height: number; fill: string }[] = []
  let last: { x: number; y: number; width: number; height: number } | null = null
  const brush = new Proxy({ fillStyle: '', font: '' } as Record<string, unknown>, {
    get(target, name: string) {
      if (name in target) return target[name]
      if (name === 'measureText') return (text: string) => ({ width: text.length * 6 })
      if (name === 'roundRect')
        return (x: number, y: number, width: number, height: number) => (last = { x, y, width, height })
      if (name === 'fill')
        return () => {
          if (last) boxes.push({ ...last, fill: String(target['fillStyle']) })
          last = null
        }
      if (name === 'fillText')
        return (text: string, x: number, y: number) =>
          texts.push({ text, x, y, end: x + text.length * 6, color: String(target['fillStyle']) })
      return () => undefined
    },
  }) as unknown as CanvasRenderingContext2D
  return { brush, texts, boxes }
}

const cell = (more: Partial<MapCell> = {}): MapCell => ({
  id: 'res_orders',
  role: 'branch' as MapCell['role'],
  depth: 1,
  leaves: 12,
  isDivided: false,
  x: 0,
  y: 0,
  width: 1000,
  height: 400,
  ...more,
})
const plain: GroupLabel = { title: '/orders', method: null, change: null, isFaint: false }

function painted(given: MapCell, label: GroupLabel, zoom = 0.2, x = 10) {
  const { brush, texts, boxes } = recorder()
  const labelled = labelCells([given], () => label, new Set())
  paintMap(brush, labelled, { x, y: 20, zoom }, screen, null, look)
  return { texts, boxes }
}

test('a group is a box at its place at the zoom, with its name and how many operations it holds', () => {
  const { texts, boxes } = painted(cell(), plain)
  expect(boxes).toEqual([{ x: 10.5, y: 20.5, width: 199, height: 79, fill: 'surface' }])
  expect(texts.map(({ text }) => text)).toEqual(['/orders', '12'])
  expect(texts[0]).toMatchObject({ x: 16, color: 'fg' })
})

test('what changed and what is wrong stands beside the name', () => {
  const problem = () => ({ isError: true, count: 3 })
  const { texts } = painted(cell(), { ...plain, change: { action: 'added', verdict: 'safe' }, problem })
  expect(texts.map(({ text }) => text)).toEqual(['+', '✓', '/orders', '12', '3'])
  expect(texts.map(({ color }) => color)).toEqual(['added', 'added', 'fg', 'fg-3', 'danger'])
})

test('nothing is written outside of a box, however narrow it is', () => {
  const problem = () => ({ isError: false, count: 240 })
  for (let width = 20; width < 400; width += 3)
    for (const height of [16, 30, 60]) {
      const given = cell({ width: width / 0.2, height: height / 0.2, leaves: 1234 })
      for (const { end, x } of painted(given, {
        ...plain,
        change: { action: 'removed', verdict: 'breaking' },
        problem,
      }).texts) {
        expect(x).toBeGreaterThanOrEqual(10)
        expect(end, `${width} wide, ${height} tall`).toBeLessThanOrEqual(10 + width)
      }
    }
})

test('a box that begins left of the screen has its name where it is seen; one that is not seen is not painted', () => {
  expect(painted(cell(), plain, 0.2, -100).texts[0]!.x).toBeGreaterThanOrEqual(0)
  expect(painted(cell(), plain, 0.2, -300).boxes).toEqual([])
})

test('a narrow box is named where no mark needs the room', () => {
  const leaf = cell({ role: 'leaf', width: 32 / 0.2, height: 100, leaves: 1 })
  const label = { ...plain, title: 'listOrdersOfEverybody', method: 'GET' }
  expect(painted(leaf, label).texts.map(({ text }) => text)).toEqual(['GET'])
  expect(painted(leaf, { ...label, change: { action: 'added', verdict: 'safe' } }).texts).toEqual([])
})

test('an operation is named by its method where there is no room for more', () => {
  const leaf = cell({ role: 'leaf', width: 200, height: 100, leaves: 1 })
  const label = { ...plain, title: 'listOrdersOfEverybody', method: 'GET' }
  expect(painted(leaf, label).texts.map(({ text }) => text)).toEqual(['GET'])
})
