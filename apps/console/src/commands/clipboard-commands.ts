import { toast } from '@penstock/ui'
import { clipOf } from '../designer/clipboard/clip.ts'
import { textOfClip } from '../designer/clipboard/clip-text.ts'
import { cutSelection } from '../designer/clipboard/cut-selection.ts'
import { pasteText } from '../designer/clipboard/paste-text.ts'
import type { DesignerContext } from '../designer/designer-context.ts'
import type { DesignerCommand } from './designer-command.ts'

const canCopy = ({ session: { editor } }: DesignerContext) =>
  clipOf(editor.definition, editor.selection.ids) !== null

/** The keys come as the browser's own events; from a menu the clipboard is asked for. */
export const copy: DesignerCommand = {
  id: 'copy',
  label: 'Copy selection',
  shortcut: 'mod+c',
  browserKeys: true,
  enabled: canCopy,
  run: ({ session: { editor } }) => {
    const clip = clipOf(editor.definition, editor.selection.ids)
    if (clip) void write(textOfClip(clip))
  },
}

export const cut: DesignerCommand = {
  id: 'cut',
  label: 'Cut selection',
  shortcut: 'mod+x',
  browserKeys: true,
  enabled: canCopy,
  run: (context) => {
    const { editor } = context.session
    const clip = clipOf(editor.definition, editor.selection.ids)
    if (!clip) return
    void write(textOfClip(clip)).then((isWritten) => {
      if (isWritten) cutSelection(context)
    })
  },
}

export const paste: DesignerCommand = {
  id: 'paste',
  label: 'Paste',
  shortcut: 'mod+v',
  browserKeys: true,
  keywords: ['clipboard', 'insert'],
  run: (context) => void read().then((text) => text !== null && pasteText(context, text)),
}

export const clipboardCommands: readonly DesignerCommand[] = [copy, cut, paste]

/** Browsers keep the clipboard from pages that are not on https or localhost, and from those that may not read it. */
const isKept = 'The browser keeps its clipboard from this page. The keys work nevertheless.'

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    toast({ title: 'Not copied', description: isKept, tone: 'error' })
    return false
  }
}

async function read(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    toast({ title: 'Not pasted', description: isKept, tone: 'error' })
    return null
  }
}
