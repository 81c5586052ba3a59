import UFuzzy from '@leeoniya/ufuzzy'
import type { Command } from '../../app/command-registry.ts'

const fuzzy = new UFuzzy({ intraMode: 1, intraIns: 1 })
const limit = 60

/** The commands that fit what was typed, best first; what the sources found comes last. An empty query lists all. */
export function searchCommands(
  commands: readonly Command[],
  query: string,
  fromSources: readonly Command[],
): Command[] {
  if (query.trim() === '') return commands.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, limit)
  const haystack = commands.map((command) =>
    [command.label, command.group, ...(command.keywords ?? [])].join(' '),
  )
  const [indexes, info, order] = fuzzy.search(haystack, query, 1, 1000)
  const ranked = order && info ? order.map((position) => info.idx[position]) : (indexes ?? [])
  const found = ranked.flatMap((index) => (index === undefined ? [] : (commands[index] ?? [])))
  return [...found, ...fromSources].slice(0, limit)
}

/** What belongs to the screen comes first, then where to go, then the rest of the console. */
const groupRanks: Readonly<Record<string, number>> = {
  'Go to': 1,
  APIs: 2,
  Workspace: 3,
  General: 4,
  Theme: 5,
}

function rankOf(command: Command): number {
  return groupRanks[command.group] ?? 0
}
