import type { ChangeView } from '@penstock/server'
import { ChangeMark, cx } from '@penstock/ui'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import { plural } from './plan-sentence.ts'

export interface AlsoListProps {
  also: ChangeView['also']
  /** The record whose text is shown. */
  open: string | undefined
  /** Shows the text of a record; absent where there is none to show. */
  onOpen: ((record: string) => void) | undefined
}

/** An API whose every operation moved has thousands. */
const shownAtOnce = 50

/** The records that changed because of a change, by name; each opens its text. */
export function AlsoList({ also, open, onOpen }: AlsoListProps) {
  const list = useId()
  const [isOpen, setOpen] = useState(false)
  const [most, setMost] = useState(shownAtOnce)
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setOpen(!isOpen)}
        className="-ml-1 flex items-center gap-1 rounded-sm pr-1 text-xs text-fg-2 transition-[color] hover:text-fg"
      >
        <ChevronRight aria-hidden className={cx('size-3.5 transition-transform', isOpen && 'rotate-90')} />
        {plural(also.length, 'more record')} changed because of this
      </button>
      {isOpen && (
        <ul id={list} className="mt-1 flex flex-col">
          {also.slice(0, most).map((other) => (
            <li key={other.record}>
              {onOpen ? (
                <button
                  type="button"
                  aria-current={other.record === open}
                  title="Show its text, before and after"
                  onClick={() => onOpen(other.record)}
                  className="-mx-1.5 flex w-full items-center gap-2 rounded-sm px-1.5 py-1 text-left text-sm text-fg transition-[background-color] hover:bg-hover aria-[current=true]:bg-pressed"
                >
                  <Name {...other} />
                </button>
              ) : (
                <span className="flex items-center gap-2 py-1 text-sm text-fg">
                  <Name {...other} />
                </span>
              )}
            </li>
          ))}
          {also.length > most && (
            <li>
              <button
                type="button"
                onClick={() => setMost(most + shownAtOnce)}
                className="py-1 text-xs text-accent-fg underline underline-offset-2"
              >
                {plural(also.length - most, 'more record')}
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}

function Name({ action, name }: ChangeView['also'][number]) {
  return (
    <>
      <ChangeMark action={action} />
      <span className="min-w-0 break-words">{name}</span>
    </>
  )
}
