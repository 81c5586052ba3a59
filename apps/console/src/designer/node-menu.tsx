import { ContextMenu, MenuItem, MenuSeparator } from '@penstock/ui'
import { ShortcutLabel } from '../features/shell/shortcut-label.tsx'
import { type DesignerCommand, nodeMenuCommands } from '../commands/index.ts'
import { useDesigner, useView } from './designer-context.ts'

/** The menu of a node or a line of the outline: what can be added to it, and what can be done with what is selected. */
export function NodeMenu() {
  const designer = useDesigner()
  const at = useView((view) => view.menuAt)
  const groups = at ? nodeMenuCommands(designer) : []
  return (
    <ContextMenu at={at} label="Node" onClose={() => designer.view.setState({ menuAt: null })}>
      {groups.flatMap((commands, index) => [
        ...(index > 0 ? [<MenuSeparator key={`before-${index}`} />] : []),
        ...commands.map((command) => <Item key={command.id} command={command} />),
      ])}
    </ContextMenu>
  )
}

function Item({ command }: { command: DesignerCommand }) {
  const designer = useDesigner()
  return (
    <MenuItem
      isDanger={command.id === 'delete'}
      textValue={command.label}
      {...(command.shortcut ? { hint: <ShortcutLabel shortcut={command.shortcut} /> } : {})}
      onAction={() => command.run(designer)}
    >
      {command.label.replace(' selection', '')}
    </MenuItem>
  )
}
