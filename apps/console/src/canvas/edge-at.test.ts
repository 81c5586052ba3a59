import { expect, it } from 'vitest'
import type { DrawnEdge } from '../layout/index.ts'
import { edgeAt } from './edge-at.ts'

const edge = (id: string, sy: number, ty: number): DrawnEdge => ({
  id,
  source: id,
  target: 'target',
  stands: 0,
  line: { sx: 100, sy, mx: 180, tx: 200, ty },
  path: '',
})
const fan = [edge('a', 0, 100), edge('b', 60, 100)]

it('finds the edge under the pointer, and none where several run together', () => {
  expect(edgeAt(fan, { x: 140, y: 2 }, 6)?.id).toBe('a')
  expect(edgeAt(fan, { x: 183, y: 30 }, 6)?.id).toBe('a')
  expect(edgeAt(fan, { x: 180, y: 80 }, 6)).toBeNull()
  expect(edgeAt(fan, { x: 140, y: 30 }, 6)).toBeNull()
})
