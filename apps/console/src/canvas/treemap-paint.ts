import type { ChangeAction, VerdictName } from '@penstock/ui'
import type { MapCell } from '../layout/index.ts'
import type { Size, Viewport } from './viewport.ts'

/** What a group says from afar. */
export interface GroupLabel {
  readonly title: string
  readonly method: string | null
  /** What changed in it, if anything did, and the worst that is said of that. */
  readonly change: { readonly action: ChangeAction; readonly verdict: VerdictName } | null
  /** What is wrong in it: in the whole of it, or in itself where its parts are drawn. */
  readonly problem?: (isWhole: boolean) => { readonly isError: boolean; readonly count: number } | null
  readonly isFaint: boolean
}

/** A group with what is said of it. */
export interface LabelledCell {
  readonly cell: MapCell
  readonly label: GroupLabel
  readonly problem: { readonly isError: boolean; readonly count: number } | null
  readonly isSelected: boolean
}

/** Colours and fonts as the page has them now. */
export type Look = Readonly<Record<(typeof lookNames)[number], string>>

const lookNames = [
  'bg',
  'surface',
  'sunken',
  'fg',
  'fg-2',
  'fg-3',
  'line-strong',
  'accent',
  'added',
  'added-soft',
  'changed',
  'changed-soft',
  'removed',
  'removed-soft',
  'danger',
  'risky',
  'font-sans',
  'font-mono',
] as const

export function readLook(element: HTMLElement): Look {
  const style = getComputedStyle(element)
  return Object.fromEntries(
    lookNames.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as unknown as Look
}

export function labelCells(
  cells: readonly MapCell[],
  label: (id: string) => GroupLabel,
  selected: ReadonlySet<string>,
): LabelledCell[] {
  return cells.map((cell) => {
    const said = label(cell.id)
    return {
      cell,
      label: said,
      problem: said.problem?.(!cell.isDivided) ?? null,
      isSelected: selected.has(cell.id),
    }
  })
}

type Brush = CanvasRenderingContext2D

/**
 * Groups as boxes in boxes, each with its name, how many operations it holds, and whether something in it changed or is
 * wrong. Sizes inside of a box are in pixels of the screen, whatever the zoom.
 */
export function paintMap(
  brush: Brush,
  cells: readonly LabelledCell[],
  viewport: Viewport,
  size: Size,
  hovered: string | null,
  look: Look,
): void {
  brush.clearRect(0, 0, size.width, size.height)
  brush.textBaseline = 'middle'
  const { x, y, zoom } = viewport
  for (const each of cells) {
    const { cell } = each
    const left = Math.round(cell.x * zoom + x)
    const top = Math.round(cell.y * zoom + y)
    const width = Math.round((cell.x + cell.width) * zoom + x) - left
    const height = Math.round((cell.y + cell.height) * zoom + y) - top
    if (left > size.width || top > size.height || left + width < 0 || top + height < 0) continue
    paintBox(brush, each, { left, top, width, height }, cell.id === hovered, look)
    if (width >= 26 && height >= 13) paintTitle(brush, each, { left, top, width, height }, look)
  }
}

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function paintBox(brush: Brush, each: LabelledCell, box: Box, isHovered: boolean, look: Look) {
  const { cell, label, isSelected } = each
  const { left, top, width, height } = box
  brush.beginPath()
  brush.roundRect(
    left + 0.5,
    top + 0.5,
    Math.max(1, width - 1),
    Math.max(1, height - 1),
    cell.depth === 0 ? 6 : 3,
  )
  brush.fillStyle = !cell.isDivided
    ? look.surface
    : cell.depth === 2 || cell.depth >= 4
      ? look.bg
      : look.sunken
  brush.fill()
  if (isHovered && !cell.isDivided) {
    brush.globalAlpha = 0.08
    brush.fillStyle = look.accent
    brush.fill()
    brush.globalAlpha = 1
  }
  brush.lineWidth = isSelected ? 2 : 1
  brush.strokeStyle = isSelected
    ? look.accent
    : label.change
      ? look[label.change.action]
      : look['line-strong']
  if (!isSelected && !label.change) brush.globalAlpha = 0.42
  if (label.change?.action === 'removed') brush.setLineDash([4, 3])
  brush.stroke()
  brush.setLineDash([])
  brush.globalAlpha = 1
}

/** In one line: what changed, the name, how many operations, what is wrong. A tall box has a line of its own for the count. */
function paintTitle(brush: Brush, each: LabelledCell, box: Box, look: Look) {
  const { cell, label, problem } = each
  const isLeaf = cell.role === 'leaf'
  const padding = cell.isDivided ? 7 : 6
  const isTall = !cell.isDivided && box.height >= 34
  const middle = box.top + (isTall ? 12 : cell.isDivided ? 9 : Math.min(10, box.height / 2))
  const end = box.left + box.width - padding
  // A box that begins left of the screen has its name where it is seen.
  const start = Math.max(box.left, 0) + padding
  const room = end - start
  if (room < markPx + (label.change ? signPx : 0)) return
  let at = start
  if (label.change) at = paintMark(brush, label.change, at, middle, look)
  const px = isLeaf ? 10.5 : cell.depth === 0 ? 12.5 : 11.5
  const weight = label.isFaint ? 400 : cell.isDivided ? 600 : cell.depth === 1 ? 500 : 400
  const family = label.title.startsWith('/') ? look['font-mono'] : look['font-sans']
  const nameFont = `${weight} ${px}px ${family}`
  const countFont = `400 ${px}px ${look['font-sans']}`
  const whole = isLeaf && label.method ? `${label.method} ${label.title}` : label.title
  const name =
    isLeaf && label.method && end - at < widthOf(brush, nameFont, `${label.method} …`) ? label.method : whole
  const badgePx = problem ? 5 + badgeWidth(brush, problem, look) : 0
  // Nothing is written over a neighbour: what is wrong goes before how many there are.
  const hasBadge = problem !== null && at + badgePx <= end
  const counted = !isLeaf && box.width >= 64 ? String(cell.leaves) : ''
  const countPx = counted ? 5 + widthOf(brush, countFont, counted) : 0
  const count = at + countPx + (hasBadge ? badgePx : 0) <= end ? counted : ''
  const after = (count ? countPx : 0) + (hasBadge ? badgePx : 0)
  const fitsBeside = widthOf(brush, nameFont, name) + after <= end - at
  const isBelow = isTall && after > 0 && !fitsBeside
  const shown = cut(brush, nameFont, name, end - at - (isBelow ? 0 : after))
  brush.font = nameFont
  brush.fillStyle = label.isFaint ? look['fg-3'] : isLeaf ? look['fg-2'] : look.fg
  brush.fillText(shown, at, middle)
  at = isBelow ? start : at + widthOf(brush, nameFont, shown) + 5
  const line = isBelow ? middle + 16 : middle
  if (count) {
    brush.font = countFont
    brush.fillStyle = look['fg-3']
    brush.fillText(count, at, line)
    at += widthOf(brush, countFont, count) + 5
  }
  if (hasBadge) paintProblem(brush, problem, at, line, look)
}

/** A mark is a square with a glyph, and a sign behind that. */
const markPx = 14
const glyphs: Readonly<Record<ChangeAction, string>> = { added: '+', changed: '~', removed: '−' }

/** Behind what was done, what it means to callers. */
const signs: Readonly<Record<VerdictName, string>> = {
  breaking: '!!',
  risky: '!',
  safe: '✓',
  documentation: 'i',
}
const signPx = 10

function paintMark(
  brush: Brush,
  { action, verdict }: NonNullable<GroupLabel['change']>,
  at: number,
  middle: number,
  look: Look,
): number {
  brush.beginPath()
  brush.roundRect(at, middle - markPx / 2, markPx + signPx, markPx, 3)
  brush.fillStyle = look[`${action}-soft`]
  brush.fill()
  brush.font = `700 12px ${look['font-mono']}`
  brush.fillStyle = look[action]
  brush.textAlign = 'center'
  brush.fillText(glyphs[action], at + markPx / 2, middle + 0.5)
  brush.font = `700 10px ${look['font-sans']}`
  brush.fillText(signs[verdict], at + markPx + signPx / 2 - 1, middle + 0.5)
  brush.textAlign = 'start'
  return at + markPx + signPx + 5
}

/** A disc for errors, a triangle for warnings, and behind it how many there are when there is more than one. */
function paintProblem(
  brush: Brush,
  problem: NonNullable<LabelledCell['problem']>,
  at: number,
  middle: number,
  look: Look,
) {
  brush.fillStyle = problem.isError ? look.danger : look.risky
  brush.beginPath()
  if (problem.isError) brush.arc(at + 6, middle, 5.5, 0, 2 * Math.PI)
  else {
    brush.moveTo(at + 6, middle - 5.5)
    brush.lineTo(at + 12, middle + 5)
    brush.lineTo(at, middle + 5)
    brush.closePath()
  }
  brush.fill()
  const text = countOf(problem)
  brush.font = badgeFont(look)
  if (text) brush.fillText(text, at + 14, middle)
  brush.fillStyle = look.surface
  const top = middle - (problem.isError ? 3 : 2)
  brush.fillRect(at + 5.3, top, 1.4, problem.isError ? 3.6 : 3.4)
  brush.fillRect(at + 5.3, middle + (problem.isError ? 1.8 : 2.6), 1.4, 1.4)
}

const badgeFont = (look: Look) => `600 10.5px ${look['font-sans']}`
const countOf = ({ count }: { count: number }) => (count > 99 ? '99+' : count > 1 ? String(count) : '')

function badgeWidth(brush: Brush, problem: NonNullable<LabelledCell['problem']>, look: Look): number {
  const text = countOf(problem)
  return text ? 14 + widthOf(brush, badgeFont(look), text) : 12
}

/** Measuring a text takes as long as drawing it, and the same names are drawn in every frame. */
const widths = new Map<string, Map<string, number>>()
const mostWidths = 20_000

function widthOf(brush: Brush, font: string, text: string): number {
  let ofFont = widths.get(font)
  if (!ofFont) widths.set(font, (ofFont = new Map()))
  let width = ofFont.get(text)
  if (width === undefined) {
    brush.font = font
    width = brush.measureText(text).width
    if (ofFont.size >= mostWidths) ofFont.clear()
    ofFont.set(text, width)
  }
  return width
}

/** A name cut to less tells nobody anything. */
const leastCut = 3

/** As much of a text as there is room for, with an ellipsis where that is not all. */
function cut(brush: Brush, font: string, text: string, room: number): string {
  const width = widthOf(brush, font, text)
  if (width <= room) return text
  let length = Math.max(0, Math.floor((text.length * room) / width))
  while (length > 0 && widthOf(brush, font, `${text.slice(0, length)}…`) > room) length--
  return length >= leastCut ? `${text.slice(0, length)}…` : ''
}

/** Fonts that came late measure otherwise. */
export function forgetWidths(): void {
  widths.clear()
}
