import { Dialog } from '@penstock/ui'
import { groupBy } from '../../app/group-by.ts'
import { useCommands } from '../../app/use-commands.ts'
import { ShortcutLabel } from './shortcut-label.tsx'
import { useOverlays } from './overlays.ts'

/** Every shortcut of what is on the screen now, by group. */
export function ShortcutsSheet() {
  const { open, show } = useOverlays()
  const commands = useCommands()
  const groups = groupBy(
    commands.filter((command) => command.shortcut),
    (command) => command.group,
  )
  return (
    <Dialog isOpen={open === 'shortcuts'} onClose={() => show(null)} title="Keyboard shortcuts" width="lg">
      <div className="columns-2 gap-8">
        {[...groups].map(([group, members]) => (
          <section key={group} className="mb-5">
            <h3 className="mb-1 break-after-avoid text-xs font-medium text-fg-3">{group}</h3>
            <ul>
              {members.map((command) => (
                <li
                  key={command.id}
                  className="flex h-7 break-inside-avoid items-center justify-between gap-4 text-sm"
                >
                  <span className="truncate">{command.label}</span>
                  {command.shortcut && <ShortcutLabel shortcut={command.shortcut} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
