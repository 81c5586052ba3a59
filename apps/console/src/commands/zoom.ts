import type { DesignerCommand } from './designer-command.ts'

export const zoom: readonly DesignerCommand[] = [
  {
    id: 'zoom-in',
    label: 'Zoom in',
    shortcut: '+',
    ownKeys: true,
    run: ({ canvas }) => canvas.current?.zoomBy(1.25),
  },
  {
    id: 'zoom-out',
    label: 'Zoom out',
    shortcut: '-',
    ownKeys: true,
    run: ({ canvas }) => canvas.current?.zoomBy(0.8),
  },
  {
    id: 'zoom-100',
    label: 'Zoom to 100 %',
    shortcut: '0',
    ownKeys: true,
    run: ({ canvas }) => canvas.current?.zoomTo(1),
  },
  {
    id: 'fit',
    label: 'Fit the graph',
    shortcut: '1',
    ownKeys: true,
    run: ({ canvas }) => canvas.current?.frame([]),
  },
  {
    id: 'fit-selection',
    label: 'Frame the selection',
    shortcut: '2',
    ownKeys: true,
    run: ({ canvas, session }) => canvas.current?.frame(session.editor.selection.ids),
  },
]
