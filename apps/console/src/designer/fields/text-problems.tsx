import type { TextMarker } from '../../monaco/text-marker.ts'
import { ProblemIcon } from '../problem-icon.tsx'

/** What is wrong with the text above, in words: a wavy line is seen by some only. */
export function TextProblems({ problems }: { problems: readonly TextMarker[] }) {
  return (
    <div role="status">
      {problems.length > 0 && (
        <ul className="flex flex-col gap-1">
          {problems.map(({ severity, message, line, column }) => (
            <li key={`${line} ${column} ${message}`} className="flex items-start gap-1.5 text-xs text-fg-2">
              <ProblemIcon severity={severity} />
              <span className="min-w-0 break-words">
                Line {line}: {message}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
