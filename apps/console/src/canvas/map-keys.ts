import type { KeyboardEvent } from 'react'
import type { MapCell } from '../layout/index.ts'
import { cellBeside } from './use-treemap.ts'

/** What a key means on the map: the arrows go from group to group, Enter goes into one; null: nothing. */
export function meantOnMap(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'metaKey' | 'ctrlKey' | 'target' | 'currentTarget'>,
  cells: readonly MapCell[],
  primary: string | null,
): { readonly next: MapCell | null; readonly entered: MapCell | null } | null {
  const { key, altKey, metaKey, ctrlKey } = event
  if (event.target !== event.currentTarget || altKey || metaKey || ctrlKey) return null
  const direction = arrows[key]
  if (direction) return { next: cellBeside(cells, primary, direction), entered: null }
  const entered = key === 'Enter' ? cells.find((cell) => cell.id === primary) : undefined
  return entered ? { next: null, entered } : null
}

const arrows: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
