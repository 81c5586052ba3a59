import type { ExampleRun } from '@penstock/server'
import { Badge } from '@penstock/ui'
import { Check, Eye, X } from 'lucide-react'

const looks = {
  passed: { tone: 'ok', glyph: Check, words: 'passes' },
  failed: { tone: 'danger', glyph: X, words: 'fails' },
  explained: { tone: 'neutral', glyph: Eye, words: 'not sent' },
} as const

/** What came of an example: a word, a glyph and a colour. */
export function ExampleOutcome({ run }: { run: ExampleRun }) {
  const { tone, glyph: Glyph, words } = looks[run.outcome]
  return (
    <Badge tone={tone}>
      <Glyph aria-hidden className="size-3" />
      {words}
    </Badge>
  )
}
