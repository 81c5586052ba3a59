import type { Json } from '@penstock/model'
import { useState } from 'react'

const most = 12

/** The values that are allowed; long lists on asking. */
export function ValueList({ values }: { values: readonly Json[] }) {
  const [isWhole, setWhole] = useState(false)
  if (values.length === 0) return null
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1 text-xs text-fg-3">
      <span>one of</span>
      {(isWhole ? values : values.slice(0, most)).map((value) => (
        <code key={JSON.stringify(value)} className="rounded-sm bg-sunken px-1 text-xs break-all text-fg-2">
          {typeof value === 'string' ? value : JSON.stringify(value)}
        </code>
      ))}
      {!isWhole && values.length > most && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="rounded-sm text-accent-fg underline underline-offset-2"
        >
          {values.length - most} more
        </button>
      )}
    </div>
  )
}
