import type { CommandRegistry } from './command-registry.ts'
import { type KeyLike, shortcutProgress } from './shortcut.ts'

/** Milliseconds between two keys of a sequence such as `g r`. */
const sequenceMs = 900

/**
 * Runs commands by their shortcuts. Keys typed into a field belong to the field unless ⌘ or Ctrl is held;
 * while a dialog is open only it hears the keyboard.
 */
export function listenForShortcuts(target: HTMLElement | Document, registry: CommandRegistry): () => void {
  let typed: KeyLike[] = []
  let lastAt = 0

  const onKeyDown = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing) return
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
    if (document.querySelector('[role="dialog"][data-rac], [role="alertdialog"]')) return
    if (isEditable(event.target) && !(event.metaKey || event.ctrlKey)) return
    if (event.timeStamp - lastAt > sequenceMs) typed = []
    lastAt = event.timeStamp
    typed.push(event)
    let isPartial = false
    for (const command of registry.list()) {
      if (!command.shortcut || command.ownKeys) continue
      const progress = shortcutProgress(command.shortcut, typed)
      if (progress === 'partial') isPartial = true
      if (progress !== 'complete' || command.enabled?.() === false) continue
      event.preventDefault()
      typed = []
      command.run()
      return
    }
    if (!isPartial) typed = []
  }

  target.addEventListener('keydown', onKeyDown)
  return () => target.removeEventListener('keydown', onKeyDown)
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select, [role="textbox"], [role="combobox"]'))
  )
}
