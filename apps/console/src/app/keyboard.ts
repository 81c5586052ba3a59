import type { CommandRegistry } from './command-registry.ts'
import { FieldUndo, isWrittenThrough, textHolder } from './field-undo.ts'
import { type KeyLike, shortcutProgress } from './shortcut.ts'

/** Milliseconds between two keys of a sequence such as `g r`. */
const sequenceMs = 900

/**
 * Runs commands by their shortcuts. Keys typed into a field belong to the field unless ⌘ or Ctrl is held, and undo and
 * redo are its own first; while a dialog is open only it hears the keyboard.
 */
export function listenForShortcuts(target: HTMLElement | Document, registry: CommandRegistry): () => void {
  let typed: KeyLike[] = []
  let lastAt = 0
  const fieldUndo = new FieldUndo()

  const onKeyDown = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || event.isComposing) return
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return
    if (document.querySelector('[role="dialog"][data-rac], [role="alertdialog"]')) return
    if (isEditable(event.target) && writes(event)) return
    if (event.timeStamp - lastAt > sequenceMs) typed = []
    lastAt = event.timeStamp
    typed.push(event)
    let isPartial = false
    for (const command of registry.list()) {
      if (!command.shortcut || command.ownKeys) continue
      const progress = shortcutProgress(command.shortcut, typed)
      if (progress === 'partial') isPartial = true
      if (progress !== 'complete' || command.enabled?.() === false) continue
      typed = []
      const field = textHolder(event.target)
      if (field && command.undoes && !isWrittenThrough(field) && fieldUndo.isOwn(field, command.undoes))
        return
      event.preventDefault()
      command.run()
      // What the document's undo wrote into the field was not typed there; what comes next is the document's as well.
      if (field) {
        fieldUndo.settle(field)
        requestAnimationFrame(() => fieldUndo.settle(field))
      }
      return
    }
    if (!isPartial) typed = []
  }

  const onSettled = (event: Event) => {
    const field = textHolder(event.target)
    if (field) fieldUndo.settle(field)
  }
  const onInput = (event: Event) => {
    const field = textHolder(event.target)
    if (field) fieldUndo.typed(field, event instanceof InputEvent ? event.inputType : '')
  }
  const heard: readonly [string, (event: Event) => void][] = [
    ['keydown', onKeyDown],
    ['focusin', onSettled],
    // Enter took what was typed.
    ['change', onSettled],
    ['input', onInput],
  ]
  for (const [name, listener] of heard) target.addEventListener(name, listener)
  return () => {
    for (const [name, listener] of heard) target.removeEventListener(name, listener)
  }
}

/** Whether a key would write something where text is typed. */
function writes({ key, metaKey, ctrlKey }: KeyboardEvent): boolean {
  return !metaKey && !ctrlKey && !/^F\d+$/.test(key)
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select, [role="textbox"], [role="combobox"]'))
  )
}
