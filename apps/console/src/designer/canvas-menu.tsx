import { ContextMenu, MenuItem, MenuSeparator, toast } from '@penstock/ui'
import { resetPositions, toggleSnapping } from '../commands/arrange.ts'
import { paste } from '../commands/clipboard-commands.ts'
import type { DesignerCommand } from '../commands/index.ts'
import { selectAll } from '../commands/select-more.ts'
import { zoom } from '../commands/zoom.ts'
import { ShortcutLabel } from '../features/shell/shortcut-label.tsx'
import { useDesigner, useStructure, useView } from './designer-context.ts'
import { disconnect } from './edits/connect.ts'
import { nodeOf } from './nodes/definitions.ts'

/** The menu of the canvas where nothing stands, and that of an edge. */
export function CanvasMenu() {
  const designer = useDesigner()
  const menu = useView((view) => view.canvasMenu)
  const isSnapping = useView((view) => view.isSnapping)
  const edge = menu?.edge ?? null
  const close = () => designer.view.setState({ canvasMenu: null })
  const fit = zoom.filter(({ id }) => id === 'fit')
  return (
    <ContextMenu at={menu?.at ?? null} label={edge ? 'Edge' : 'Canvas'} onClose={close}>
      {edge ? (
        <EdgeItems source={edge.source} target={edge.target} />
      ) : (
        <>
          <MenuItem onAction={() => designer.view.setState({ addingTo: { id: null } })}>Add…</MenuItem>
          <Item command={paste} />
          <Item command={selectAll} />
          <MenuSeparator />
          {fit.map((command) => (
            <Item key={command.id} command={command} />
          ))}
          <Item command={resetPositions} />
          <MenuItem isChecked={isSnapping} onAction={() => toggleSnapping.run(designer)}>
            {toggleSnapping.label}
          </MenuItem>
        </>
      )}
    </ContextMenu>
  )
}

function Item({ command }: { command: DesignerCommand }) {
  const designer = useDesigner()
  const { label, shortcut } = command
  return (
    <MenuItem
      textValue={label}
      isDisabled={command.enabled?.(designer) === false}
      {...(shortcut ? { hint: <ShortcutLabel shortcut={shortcut} /> } : {})}
      onAction={() => command.run(designer)}
    >
      {label}
    </MenuItem>
  )
}

function EdgeItems({ source, target }: { source: string; target: string }) {
  const { session } = useDesigner()
  const { editor, graph } = session
  const definition = useStructure()
  const titleOf = (id: string) => {
    const record = definition.get(id)
    return record ? nodeOf(record.kind).title(record, definition) : ''
  }
  const opensFlow = (graph.view().index.node(source)?.role ?? '') === 'leaf'
  return (
    <>
      {opensFlow && (
        <MenuItem onAction={() => graph.toggle(source, true)}>Open the flow to insert a step</MenuItem>
      )}
      <MenuItem onAction={() => editor.selection.set([source])}>{`Select ${titleOf(source)}`}</MenuItem>
      <MenuItem onAction={() => editor.selection.set([target])}>{`Select ${titleOf(target)}`}</MenuItem>
      <MenuItem
        isDanger
        onAction={() => {
          let isDone = false
          editor.run('Delete connection', (transaction) => {
            isDone = disconnect(transaction, source, target)
          })
          if (!isDone)
            toast({
              title: 'This edge is the path itself',
              description: 'Delete what it leads to, or cut it and paste it elsewhere.',
            })
        }}
      >
        Delete connection
      </MenuItem>
    </>
  )
}
