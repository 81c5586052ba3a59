import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** A part of the inspector that is closed until it is asked for. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group border-t border-line px-4 py-3">
      <summary className="flex h-6 cursor-default list-none items-center gap-1 text-xs font-semibold text-fg">
        <ChevronRight aria-hidden className="size-3.5 text-fg-3 transition-transform group-open:rotate-90" />
        {title}
      </summary>
      <div className="mt-3 flex flex-col gap-3">{children}</div>
    </details>
  )
}
