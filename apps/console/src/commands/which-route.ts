import { tracingOf } from '../designer/inspection/trace-store.ts'
import type { DesignerCommand } from './designer-command.ts'

export const whichRoute: DesignerCommand = {
  id: 'which-route',
  label: 'Which route answers…',
  keywords: ['explain', 'oracle', 'router', 'match', 'curl', 'path'],
  run: ({ session, view }) => {
    view.setState({ drawer: 'route' })
    tracingOf(session).setState({ wantsFocus: true })
  },
}
