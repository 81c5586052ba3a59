import type { DesignerCommand } from './designer-command.ts'

export const search: DesignerCommand = {
  id: 'search',
  label: 'Search this API',
  shortcut: '/',
  keywords: ['find', 'path', 'operation'],
  run: ({ view }) => view.setState({ isOutlineOpen: true, wantsSearch: true }),
}
