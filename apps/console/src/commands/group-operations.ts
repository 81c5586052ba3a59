import type { Grouping } from '../designer/tags.ts'
import type { DesignerCommand } from './designer-command.ts'

const by = (grouping: Grouping): DesignerCommand => ({
  id: `group-by-${grouping}`,
  label: `Group operations by ${grouping}`,
  keywords: ['collapse', 'tags', 'resources'],
  enabled: ({ session }) => session.graph.grouping() !== grouping,
  run: ({ session }) => session.graph.group(grouping),
})

export const groupOperations: readonly DesignerCommand[] = [by('path'), by('tag')]
