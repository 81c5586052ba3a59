import { toggleCode } from '../designer/code/toggle-code.ts'
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
    run: ({ view }) => view.setState((state) => ({ drawer: state.drawer === 'try-it' ? null : 'try-it' })),
  },
  {
    id: 'problems',
    label: 'Show problems',
    run: ({ view }) =>
      view.setState((state) => ({ drawer: state.drawer === 'problems' ? null : 'problems' })),
  },
]
