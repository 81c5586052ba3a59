import { controlClass, cx, IconButton, Kbd } from '@penstock/ui'
import { Search, X } from 'lucide-react'
import { type RefObject, useEffect } from 'react'

export interface SearchBoxProps {
  text: string
  onText: (text: string) => void
  /** True when the key was used. */
  onKey: (key: string) => boolean
  inputRef: RefObject<HTMLInputElement | null>
  resultsId: string
  activeId?: string
  isExpanded: boolean
}

/** A combobox over the list of results below it; `/` brings the reader here from anywhere. */
export function SearchBox(props: SearchBoxProps) {
  const { text, onText, onKey, inputRef, resultsId, activeId, isExpanded } = props
  useEffect(() => {
    const onDocumentKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey || isTypedInto(event.target))
        return
      event.preventDefault()
      inputRef.current?.focus()
      inputRef.current?.select()
    }
    document.addEventListener('keydown', onDocumentKey)
    return () => document.removeEventListener('keydown', onDocumentKey)
  }, [inputRef])
  return (
    <div className="relative flex items-center" role="search">
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-fg-3" />
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        aria-label="Search operations and schemas"
        aria-expanded={isExpanded}
        aria-autocomplete="list"
        aria-controls={resultsId}
        aria-activedescendant={activeId}
        autoComplete="off"
        spellCheck={false}
        placeholder="Search"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (!event.nativeEvent.isComposing && onKey(event.key)) event.preventDefault()
        }}
        className={cx(controlClass, 'h-8 pr-8 pl-7')}
      />
      {text === '' ? (
        <span aria-hidden className="pointer-events-none absolute right-2">
          <Kbd keys={['/']} />
        </span>
      ) : (
        <IconButton
          label="Clear the search"
          size="sm"
          className="absolute right-1"
          onPress={() => {
            onText('')
            inputRef.current?.focus()
          }}
        >
          <X aria-hidden className="size-3.5" />
        </IconButton>
      )}
    </div>
  )
}

function isTypedInto(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
