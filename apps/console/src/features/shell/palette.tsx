import { useMemo, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { Search } from 'lucide-react'
import { type Command, commandRegistry } from '../../app/command-registry.ts'
import { groupBy } from '../../app/group-by.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useOverlays } from './overlays.ts'
import { searchCommands } from './search-commands.ts'
import { ShortcutLabel } from './shortcut-label.tsx'

/** ⌘K: screens, APIs, routes and every command, by name. */
export function Palette() {
  const { open, show } = useOverlays()
  const isOpen = open === 'palette'
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => show(next ? 'palette' : null)}
      isDismissable
      className="fixed inset-0 z-50 flex items-start justify-center bg-overlay p-4 pt-[12vh]"
    >
      <Modal className="w-full max-w-xl animate-rise-in overflow-hidden rounded-xl bg-raised shadow-float">
        <Dialog aria-label="Command palette" className="outline-none">
          <PaletteBody onClose={() => show(null)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState('')
  const commands = useCommands()
  const found = useMemo(() => {
    const offered = commands.filter((command) => !command.hidden && command.enabled?.() !== false)
    return searchCommands(offered, query, commandRegistry.search(query, 20))
  }, [commands, query])
  const groups = [...groupBy(found, (command) => command.group)]
  const byId = new Map(found.map((command) => [command.id, command]))
  const run = (command: Command | undefined) => {
    onClose()
    // After the dialog has given the focus back, so that a command may move it.
    requestAnimationFrame(() => command?.run())
  }
  return (
    // One Escape closes it: emptying the field first would be a step that nobody asked for.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField
          aria-label="Search commands"
          autoFocus
          className="relative flex items-center border-b border-line"
        >
          <Search aria-hidden className="absolute left-4 size-4 text-fg-3" />
          <Input
            placeholder="Go to a screen or a route, or run a command"
            className="h-12 w-full bg-transparent pr-4 pl-11 text-md text-fg outline-none [&::-webkit-search-cancel-button]:hidden"
          />
        </SearchField>
        <div
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reachable by keyboard
          tabIndex={0}
          role="group"
          aria-label="Results"
          className="max-h-[50vh] overflow-y-auto -outline-offset-2"
        >
          <Menu
            aria-label="Commands"
            className="p-1.5 outline-none"
            onAction={(key) => run(byId.get(String(key)))}
            renderEmptyState={() => (
              <p className="px-3 py-8 text-center text-sm text-fg-2">Nothing is called “{query}”.</p>
            )}
          >
            {groups.map(([group, members]) => (
              <MenuSection key={group} id={`group:${group}`}>
                <Header className="px-2.5 pt-2 pb-1 text-2xs font-medium text-fg-3">{group}</Header>
                {members.map((command) => (
                  <MenuItem
                    key={command.id}
                    id={command.id}
                    textValue={command.label}
                    className="flex h-8 cursor-default items-center justify-between gap-4 rounded-md px-2.5 text-sm text-fg outline-none focus:bg-hover"
                  >
                    <span className="truncate">{command.label}</span>
                    {command.shortcut && <ShortcutLabel shortcut={command.shortcut} />}
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </div>
      </Autocomplete>
    </div>
  )
}
