import { useEffect, useSyncExternalStore } from 'react'
import { type Command, commandRegistry } from './command-registry.ts'

/** Every registered command; renders again when the set changes. */
export function useCommands(): readonly Command[] {
  return useSyncExternalStore(commandRegistry.subscribe, commandRegistry.list, commandRegistry.list)
}

/** Registers commands while the component is mounted. Keep the array stable (`useMemo`). */
export function useRegisterCommands(commands: readonly Command[]): void {
  useEffect(() => commandRegistry.register(commands), [commands])
}
