import type { ApiRecord } from '@penstock/model'
import { ChevronRight } from 'lucide-react'
import { RecordJson } from './record-json.tsx'

/** What the form above has no field for: the whole record as JSON, closed until it is asked for. */
export function AdvancedSection({ record }: { record: ApiRecord }) {
  return (
    <details className="group border-t border-line px-4 py-3">
      <summary className="flex h-6 cursor-default list-none items-center gap-1 text-xs font-semibold text-fg">
        <ChevronRight aria-hidden className="size-3.5 text-fg-3 transition-transform group-open:rotate-90" />
        Advanced
      </summary>
      <div className="mt-3 flex flex-col gap-3">
        <RecordJson record={record} rows={18} />
      </div>
    </details>
  )
}
