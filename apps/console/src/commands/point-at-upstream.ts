import type { DesignerCommand } from './designer-command.ts'

export const pointAtUpstream: DesignerCommand = {
  id: 'point-at-upstream',
  label: 'Point this API at an upstream…',
  keywords: ['backend', 'proxy', 'base url'],
  run: ({ view }) => view.setState({ isPointing: true }),
}
