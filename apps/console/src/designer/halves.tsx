import type { ReactNode } from 'react'

/** What is asked and what is answered, side by side; one below the other, and scrolled together, where there is little room. */
export function Halves({ children }: { children: ReactNode }) {
  return (
    <div className="@container h-full overflow-y-auto">
      <div className="grid divide-line @max-md:divide-y @md:h-full @md:grid-cols-2 @md:divide-x">
        {children}
      </div>
    </div>
  )
}
