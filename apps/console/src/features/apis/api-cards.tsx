import type { ApiSummary } from '@penstock/server'
import { Badge, cx, StatusDot } from '@penstock/ui'
import { Link } from '@tanstack/react-router'
import { Moment } from '../../app/moment.tsx'
import { healthOf, previewStage, servingText, stagedText } from '../shell/stage-health.ts'

export function ApiCards({ apis }: { apis: readonly ApiSummary[] }) {
  return (
    <ul className="grid grid-cols-1 gap-3 lg:grid-cols-2 xl:grid-cols-3">
      {apis.map((api) => (
        <li key={api.slug}>
          <ApiCard api={api} />
        </li>
      ))}
    </ul>
  )
}

function ApiCard({ api }: { api: ApiSummary }) {
  const stages = api.stages.filter((stage) => stage.name !== previewStage)
  return (
    <article className="relative flex h-full flex-col rounded-lg border border-line bg-surface hover:border-line-strong">
      <div className="flex items-start gap-3 px-4 pt-3.5 pb-3">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-md font-semibold text-fg">
            <Link
              to="/apis/$slug/design"
              params={{ slug: api.slug }}
              className="after:absolute after:inset-0 after:rounded-lg"
            >
              {api.name}
            </Link>
          </h2>
          <p className="truncate font-mono text-xs text-fg-3">{api.slug}</p>
        </div>
        {api.compatibility === 'aws' && <Badge>AWS compatible</Badge>}
      </div>
      <ul className="flex-1 border-t border-line px-2 py-1.5">
        {api.problem !== null && <li className="px-2 py-1 text-sm text-danger">{api.problem}</li>}
        {api.problem === null && stages.length === 0 && (
          <li className="px-2 py-1 text-sm text-fg-3">Nothing deployed yet</li>
        )}
        {stages.slice(0, 4).map((stage) => (
          <li key={stage.name}>
            <Link
              to="/apis/$slug/review"
              params={{ slug: api.slug }}
              search={{ stage: stage.name }}
              title={servingText(stage)}
              className="relative z-10 flex h-7 items-center gap-2 rounded-md px-2 text-sm transition-[background-color] hover:bg-hover"
            >
              <StatusDot health={healthOf(stage)} />
              <span className="truncate font-medium text-fg">{stage.name}</span>
              <span className="tabular text-fg-2">
                {stage.version === null ? 'not deployed' : `v${stage.version}`}
              </span>
              <span
                className={cx(
                  'tabular ml-auto',
                  stage.staged.total > 0 ? 'font-medium text-changed' : 'text-fg-3',
                )}
              >
                {stagedText(stage)}
              </span>
            </Link>
          </li>
        ))}
        {stages.length > 4 && <li className="px-2 py-1 text-xs text-fg-3">and {stages.length - 4} more</li>}
      </ul>
      <p className="tabular flex items-center gap-3 border-t border-line px-4 py-2 text-xs text-fg-3">
        <span>
          {api.operations} {api.operations === 1 ? 'operation' : 'operations'}
        </span>
        <span>portal {api.portal}</span>
        <span className="ml-auto">
          changed <Moment at={api.updatedAt} />
        </span>
      </p>
    </article>
  )
}
