import type { Json } from '@penstock/model'
import { contentSummary } from './schema-name.ts'

/** Media types with the schema of each. */
export function ContentList({ holder }: { holder: Json | undefined }) {
  const content = contentSummary(holder)
  if (content.length === 0) return <p className="text-xs text-fg-3">No content described.</p>
  return (
    <ul className="flex flex-col gap-0.5 text-xs">
      {content.map(({ media, schema }) => (
        <li key={media} className="flex justify-between gap-2">
          <span className="truncate font-mono text-fg-2">{media}</span>
          <span className="truncate text-fg-3">{schema}</span>
        </li>
      ))}
    </ul>
  )
}
