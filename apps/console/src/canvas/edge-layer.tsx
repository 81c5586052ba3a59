import { memo } from 'react'
import type { DrawnEdge } from '../layout/index.ts'
import { type Tone, toneColor, toneOrder } from './tones.ts'

/** All edges as one path per tone: five hundred edges are six elements, and a pan touches none of them. */
export const EdgeLayer = memo(function EdgeLayer(props: {
  edges: readonly DrawnEdge[]
  tone: (edge: DrawnEdge) => Tone
}) {
  const paths = new Map<Tone, string[]>()
  for (const edge of props.edges) {
    const tone = props.tone(edge)
    const list = paths.get(tone)
    if (list) list.push(edge.path)
    else paths.set(tone, [edge.path])
  }
  return (
    <svg
      aria-hidden
      className="pointer-events-none absolute top-0 left-0 -z-10 size-px overflow-visible"
      fill="none"
    >
      {toneOrder.map((tone) => {
        const list = paths.get(tone)
        if (!list) return null
        return (
          <path
            key={tone}
            d={list.join('')}
            stroke={toneColor[tone]}
            strokeOpacity={tone === 'faint' ? 0.6 : 1}
            // As thin on the screen at every zoom: `non-scaling-stroke` sees no transform outside of the SVG.
            style={{ strokeWidth: 'calc(1.5px / var(--canvas-zoom, 1))' }}
            {...(tone === 'removed' ? { strokeDasharray: '4 4' } : {})}
          />
        )
      })}
    </svg>
  )
})
