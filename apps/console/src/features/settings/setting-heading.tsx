import { Badge } from '@penstock/ui'
import type { ReactNode } from 'react'

/** Heading of a setting of a stage, which waits for no deployment and says so. */
export function SettingHeading({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <h3 id={id} className="mb-2 flex items-center gap-2 text-xs font-medium text-fg-2">
      {children}
      <Badge tone="info">takes effect at once</Badge>
    </h3>
  )
}
