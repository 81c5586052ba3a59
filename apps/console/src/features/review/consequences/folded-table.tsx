import { cx } from '@penstock/ui'
import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { plural } from '../plan-sentence.ts'

export interface FoldedTableProps {
  /** "Routes": in the plural, with a capital letter. */
  title: string
  /** How many there are, also where not all are listed. */
  count: number
  columns: readonly [name: string, ...figures: string[]]
  rows: readonly { key: string; name: ReactNode; figures: readonly string[] }[]
}

/** More are read only by whoever asks for them. */
const openUpTo = 6
const shownAtOnce = 25

/** A small table with figures, folded when it is long. */
export function FoldedTable({ title, count, columns, rows }: FoldedTableProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(count <= openUpTo)
  const [most, setMost] = useState(shownAtOnce)
  const [name, ...figures] = columns
  const noun = title.toLowerCase().replace(/s$/, '')
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="-ml-1 flex items-center gap-1 rounded-sm pr-1 text-xs text-fg-2 transition-[color] hover:text-fg"
      >
        <ChevronRight aria-hidden className={cx('size-3.5 transition-transform', isOpen && 'rotate-90')} />
        {plural(count, noun)}
      </button>
      {isOpen && (
        <div id={id}>
          <table aria-label={title} className="tabular mt-1 w-full text-xs text-fg">
            <thead>
              <tr className="text-fg-3">
                <th scope="col" className="w-full pb-1 text-left font-normal">
                  {name}
                </th>
                {figures.map((figure) => (
                  <th key={figure} scope="col" className="pb-1 pl-3 text-right font-normal whitespace-nowrap">
                    {figure}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, most).map((row) => (
                <tr key={row.key} className="border-t border-line">
                  <th scope="row" className="py-1 text-left font-normal">
                    {row.name}
                  </th>
                  {row.figures.map((text, index) => (
                    <td
                      key={figures[index]}
                      className={cx('py-1 pl-3 text-right whitespace-nowrap', text === '0' && 'text-fg-3')}
                    >
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > most ? (
            <button
              type="button"
              onClick={() => setMost(most + shownAtOnce)}
              className="py-1 text-xs text-accent-fg underline underline-offset-2"
            >
              {plural(rows.length - most, `more ${noun}`)}
            </button>
          ) : (
            count > rows.length && (
              <p className="py-1 text-xs text-fg-3">and {plural(count - rows.length, `more ${noun}`)}</p>
            )
          )}
        </div>
      )}
    </div>
  )
}
