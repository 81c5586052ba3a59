import { memo } from 'react'
import type { DrawnEdge } from '../layout/index.ts'
import { type Tone, toneColor } from './tones.ts'

const order: readonly Tone[] = ['faint', 'plain', 'changed', 'removed', 'added', 'selected']

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
      {order.map((tone) => {
        const list = paths.get(tone)
        if (!list) return null
        return (
          <path
            key={tone}
            d={list.join('')}
            stroke={toneColor[tone]}
            strokeWidth={1.5}
            strokeOpacity={tone === 'faint' ? 0.45 : 1}
            vectorEffect="non-scaling-stroke"
            {...(tone === 'removed' ? { strokeDasharray: '4 4' } : {})}
          />
        )
      })}
    </svg>
  )
})
