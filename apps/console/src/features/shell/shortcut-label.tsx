import { Kbd } from '@penstock/ui'
import { shortcutKeys } from '../../app/shortcut.ts'

/** A shortcut as keys, named for this platform; sequences have "then" between them. */
export function ShortcutLabel({ shortcut }: { shortcut: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      {shortcutKeys(shortcut).map((keys, index) => (
        <span key={keys.join()} className="inline-flex items-center gap-1">
          {index > 0 && <span className="text-2xs text-fg-3">then</span>}
          <Kbd keys={keys} />
        </span>
      ))}
    </span>
  )
}
