import { ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A part of the inspector that is closed until it is asked for; a lazy one is made only then. Open at first where something in it waits. */
export function Disclosure(props: {
  title: string
  isLazy?: boolean
  isOpenAtFirst?: boolean
  /** Opens once something in it is asked for. */
  isWanted?: boolean
  children: ReactNode
}) {
  const { title, isLazy = false, isOpenAtFirst = false, isWanted = false, children } = props
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (isWanted && details.current) details.current.open = true
  }, [isWanted])
  const [wasOpen, setWasOpen] = useState(isOpenAtFirst)
  const [opensItself] = useState(isOpenAtFirst)
  return (
    <details
      ref={details}
      open={opensItself || undefined}
      className="group border-t border-line px-4 py-3"
      onToggle={(event) => event.currentTarget.open && setWasOpen(true)}
    >
      <summary className="flex h-6 cursor-default list-none items-center gap-1 text-xs font-semibold text-fg">
        <ChevronRight aria-hidden className="size-3.5 text-fg-3 transition-transform group-open:rotate-90" />
        {title}
      </summary>
      <div className="mt-3 flex flex-col gap-3">{(!isLazy || wasOpen) && children}</div>
    </details>
  )
}
