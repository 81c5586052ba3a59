import { IconButton } from '@penstock/ui'
import { Tags } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { GraphModel } from './graph-model.ts'

/** Whether operations are grouped by their paths or by their first tag. */
export function GroupingButton({ graph }: { graph: GraphModel }) {
  const isByTag = useSyncExternalStore(graph.subscribe, graph.grouping) === 'tag'
  return (
    <IconButton
      label={isByTag ? 'Group by path' : 'Group by tag'}
      size="sm"
      isSelected={isByTag}
      onPress={() => graph.group(isByTag ? 'path' : 'tag')}
    >
      <Tags aria-hidden className="size-3.5" />
    </IconButton>
  )
}
