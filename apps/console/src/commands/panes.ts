import { toggleCode } from '../designer/code/toggle-code.ts'
import type { DesignerContext } from '../designer/designer-context.ts'
import type { DrawerTab } from '../designer/designer-view.ts'
import type { DesignerCommand } from './designer-command.ts'

export const panes: readonly DesignerCommand[] = [
  {
    id: 'toggle-outline',
    label: 'Show or hide the outline',
    shortcut: 'mod+b',
    run: ({ view }) => view.setState((state) => ({ isOutlineOpen: !state.isOutlineOpen })),
  },
  {
    id: 'toggle-inspector',
    label: 'Show or hide the inspector',
    shortcut: 'mod+i',
    run: ({ view }) => view.setState((state) => ({ isInspectorOpen: !state.isInspectorOpen })),
  },
  {
    id: 'toggle-code',
    label: 'Show or hide the code',
    shortcut: 'mod+j',
    keywords: ['openapi', 'yaml', 'json', 'text', 'swagger', 'document'],
    run: ({ view, canvas }) => {
      toggleCode(view, { wantsCode: true })
      if (!view.getState().isCodeOpen) canvas.current?.focus()
    },
  },
  {
    id: 'try-it',
    label: 'Try it',
    keywords: ['send', 'request', 'call'],
    run: (context) => toggleDrawer(context, 'try-it'),
  },
  {
    id: 'problems',
    label: 'Show problems',
    run: (context) => toggleDrawer(context, 'problems'),
  },
]

/** Opens a panel of the drawer and goes there, or closes it and goes back to the canvas. */
function toggleDrawer({ view, canvas }: DesignerContext, tab: DrawerTab): void {
  if (view.getState().drawer === tab) {
    view.setState({ drawer: null })
    canvas.current?.focus()
  } else view.setState({ drawer: tab, wantsDrawer: true })
}
