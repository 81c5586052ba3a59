import type { DeploymentView } from '@penstock/server'
import { IconButton } from '@penstock/ui'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type NameOf, useNameOf } from '../../../app/person-name.tsx'
import { momentText } from '../../../app/time-text.ts'

export interface ScrubberProps {
  /** Of one stage, oldest first. */
  versions: readonly DeploymentView[]
  shown: DeploymentView
  onShow: (version: number) => void
}

/** A slider over the versions of a stage. Arrow keys step, Home and End go to the ends. */
export function Scrubber({ versions, shown, onShow }: ScrubberProps) {
  const nameOf = useNameOf()
  const at = versions.findIndex(({ id }) => id === shown.id)
  const last = versions.length - 1
  const step = (to: number) => {
    const version = versions[to]
    if (version) onShow(version.version)
  }
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2">
      <IconButton label="Earlier version" isDisabled={at <= 0} onPress={() => step(at - 1)}>
        <ChevronLeft aria-hidden className="size-4" />
      </IconButton>
      <span className="tabular text-xs text-fg-3">v{versions[0]?.version}</span>
      <input
        type="range"
        aria-label={`Version of ${shown.stage}`}
        aria-valuetext={describe(shown, nameOf)}
        min={0}
        max={Math.max(last, 1)}
        step={1}
        value={at}
        disabled={last < 1}
        onChange={(event) => step(Number(event.target.value))}
        className="h-6 min-w-0 flex-1 cursor-pointer accent-accent"
      />
      <span className="tabular text-xs text-fg-3">v{versions.at(-1)?.version}</span>
      <IconButton label="Later version" isDisabled={at >= last} onPress={() => step(at + 1)}>
        <ChevronRight aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}

function describe(shown: DeploymentView, nameOf: NameOf): string {
  const { version, author, actor, createdAt, description, live, kind } = shown
  const when = momentText(createdAt)
  const what = { deploy: 'deployed', rollback: 'rollback', canary: 'canary', promote: 'promoted' }[kind]
  return [
    `v${version}${live ? ', live' : ''}`,
    `${what} ${when} by ${nameOf(author, actor?.kind)}`,
    description,
  ]
    .filter(Boolean)
    .join(', ')
}
