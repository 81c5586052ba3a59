import { readableBytes } from '@penstock/model'
import type { Excerpt } from '@penstock/server'

/** What went over a wire, readable where it is text and where it is not; what can't be seen is written out. */
export function BytesView({ bytes, label }: { bytes: Excerpt; label: string }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <pre
        aria-label={label}
        tabIndex={0}
        role="group"
        className="max-h-72 overflow-auto rounded-md border border-line bg-sunken p-2 text-xs break-all whitespace-pre-wrap text-fg"
      >
        {readableBytes(bytes).join('\n')}
      </pre>
      {!bytes.whole && <p className="text-2xs text-fg-3">The beginning of {bytes.bytes} bytes.</p>}
    </div>
  )
}
