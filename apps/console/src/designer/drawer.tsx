import type { Diagnostic } from '@penstock/model'
import { Badge, type BadgeTone, IconButton, Tabs } from '@penstock/ui'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useDesigner, useView } from './designer-context.ts'
import type { DrawerTab } from './designer-view.ts'
import { RoutePanel } from './inspection/route-panel.tsx'
import { ProblemsPanel } from './problems/problems-panel.tsx'
import { TryItPanel } from './try-it-panel.tsx'

/** Under the canvas: try it, and what is wrong. Escape goes back to the canvas. */
export function Drawer({ problems }: { problems: readonly Diagnostic[] }) {
  const { view, canvas } = useDesigner()
  const tab = useView((shown) => shown.drawer)
  const root = useRef<HTMLElement>(null)
  const isWanted = useView((shown) => shown.wantsDrawer)
  useEffect(() => {
    if (!isWanted) return
    view.setState({ wantsDrawer: false })
    const within = (scope: string) =>
      root.current?.querySelector<HTMLElement>(
        `[role=tabpanel] ${scope} :is(input, textarea, button):enabled`,
      )
    // A list is gone to before what filters it.
    ;(within('[data-begin]') ?? within(''))?.focus()
  }, [isWanted, view])
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
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the pane from any field in it
    <section
      ref={root}
      aria-label="Drawer"
      className="relative h-full bg-surface"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) canvas.current?.focus()
      }}
    >
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
    </section>
  )
}

function toneOf(problems: readonly Diagnostic[]): BadgeTone {
  if (problems.some(({ severity }) => severity === 'error')) return 'danger'
  return problems.some(({ severity }) => severity === 'warning') ? 'warning' : 'neutral'
}
