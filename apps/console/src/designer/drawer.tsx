import type { Diagnostic } from '@penstock/model'
import { Badge, type BadgeTone, IconButton, Tabs } from '@penstock/ui'
import { X } from 'lucide-react'
import { useDesigner, useView } from './designer-context.ts'
import type { DrawerTab } from './designer-view.ts'
import { RoutePanel } from './inspection/route-panel.tsx'
import { ProblemsPanel } from './problems/problems-panel.tsx'
import { TryItPanel } from './try-it-panel.tsx'

/** Under the canvas: try it, and what is wrong. */
export function Drawer({ problems }: { problems: readonly Diagnostic[] }) {
  const { view } = useDesigner()
  const tab = useView((shown) => shown.drawer)
  const tabs: readonly { id: DrawerTab; label: React.ReactNode; content: React.ReactNode }[] = [
    { id: 'try-it', label: 'Try it', content: <TryItPanel /> },
    { id: 'route', label: 'Route', content: <RoutePanel /> },
    {
      id: 'problems',
      label: (
        <>
          Problems
          {problems.length > 0 && <Badge tone={toneOf(problems)}>{problems.length}</Badge>}
        </>
      ),
      content: <ProblemsPanel problems={problems} />,
    },
  ]
  return (
    <div className="relative h-full bg-surface">
      <Tabs
        label="Drawer"
        tabs={tabs}
        selected={tab ?? 'try-it'}
        onSelect={(id) => view.setState({ drawer: tabs.find((each) => each.id === id)?.id ?? null })}
        className="h-full px-2"
        panelClassName="overflow-auto"
      />
      <IconButton
        label="Close the drawer"
        size="sm"
        className="absolute! top-1 right-2"
        onPress={() => view.setState({ drawer: null })}
      >
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </div>
  )
}

function toneOf(problems: readonly Diagnostic[]): BadgeTone {
  if (problems.some(({ severity }) => severity === 'error')) return 'danger'
  return problems.some(({ severity }) => severity === 'warning') ? 'warning' : 'neutral'
}
