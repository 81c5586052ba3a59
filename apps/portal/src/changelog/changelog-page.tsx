import type { PortalChange, PortalRelease } from '@penstock/server'
import { Badge, buttonClass, ChangeMark, cx, EmptyState, Loading, Skeleton, VerdictChip } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { History, Rss } from 'lucide-react'
import { useEffect } from 'react'
import { changelogQuery } from '../app/queries.ts'
import { useShownApi } from '../app/shown.ts'
import { PageMain } from '../parts/page-main.tsx'
import { ProblemNote } from '../parts/problem-note.tsx'

/** What the deployments of the stage changed for callers, newest first, breaking before all. */
export function ChangelogPage() {
  const { index } = useShownApi()
  const { data, error } = useQuery(changelogQuery(index))
  useHashOnce(data !== undefined)
  return (
    <div className="mx-auto max-w-3xl px-4 py-8 lg:px-8">
      <PageMain title={`Changelog · ${index.title}`} heading="Changelog">
        <div className="mt-2 flex flex-wrap items-center gap-3">
          <p className="min-w-0 flex-1 text-fg-2">
            What changed for callers of {index.title || index.slug} at {index.stage}.
          </p>
          {data && (
            <a href={data.feed} className={buttonClass()}>
              <Rss aria-hidden className="size-3.5" />
              Atom feed
            </a>
          )}
        </div>
        {error && <ProblemNote error={error} />}
        {!data && !error && (
          <Loading label="Loading the changelog">
            <div className="mt-6 flex flex-col gap-3">
              <Skeleton className="w-1/2" />
              <Skeleton className="h-24 w-full" />
            </div>
          </Loading>
        )}
        {data?.releases.length === 0 && (
          <EmptyState icon={<History aria-hidden />} title="Nothing changed yet">
            The next deployment that changes something for callers is told of here.
          </EmptyState>
        )}
        <ol className="mt-6 flex flex-col gap-8">
          {data?.releases.map((release) => (
            <Release key={release.id} release={release} />
          ))}
        </ol>
      </PageMain>
    </div>
  )
}

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' })

function Release({ release }: { release: PortalRelease }) {
  const { version, deployedAt, backTo, undid, changes, documentation } = release
  const breaking = changes.filter(({ verdict }) => verdict === 'breaking')
  const others = changes.filter(({ verdict }) => verdict !== 'breaking')
  return (
    <li id={`v${version}`} className="scroll-mt-16">
      <h2 className="tabular flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line pb-1.5">
        <span className="text-lg font-semibold text-fg">v{version}</span>
        <time dateTime={deployedAt} className="text-sm font-normal text-fg-2">
          {dateFormat.format(new Date(deployedAt))}
        </time>
        {backTo !== null && <Badge>back to v{backTo}</Badge>}
        {breaking.length > 0 && <Badge tone="danger">{breaking.length} breaking</Badge>}
      </h2>
      {breaking.length > 0 && <Changes heading="Breaking" changes={breaking} isLoud />}
      {others.length > 0 && (
        <Changes heading={breaking.length > 0 ? 'Also changed' : 'Changed'} changes={others} />
      )}
      {documentation.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer text-fg-2">
            {documentation.length === 1
              ? '1 change of the documentation'
              : `${documentation.length} changes of the documentation`}
          </summary>
          <Changes heading="Documentation" changes={documentation} />
        </details>
      )}
      {changes.length + documentation.length === 0 && (
        <p className="mt-3 text-fg-2">
          {undid === null
            ? 'The first version.'
            : `The rollback v${undid} was undone: nothing changed since before it.`}
        </p>
      )}
    </li>
  )
}

interface ChangesProps {
  heading: string
  changes: readonly PortalChange[]
  isLoud?: boolean
}

function Changes({ heading, changes, isLoud = false }: ChangesProps) {
  return (
    <section
      className={cx('mt-3', isLoud && 'rounded-lg border border-breaking/40 bg-breaking-soft/40 px-3 py-2')}
    >
      <h3 className={cx('text-xs font-medium', isLoud ? 'text-breaking' : 'text-fg-2')}>{heading}</h3>
      <ul className="mt-1.5 flex flex-col gap-2">
        {changes.map((change) => (
          <li key={change.title} className="flex items-start gap-2">
            <ChangeMark action={change.action} className="mt-0.5" />
            <div className="min-w-0 flex-1">
              <p className="font-medium break-words text-fg">{change.title}</p>
              {change.details.map((detail) => (
                <p key={detail} className="break-words text-fg-2">
                  {detail}
                </p>
              ))}
            </div>
            <VerdictChip verdict={change.verdict} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Entries of the feed lead to a version, which is here only once it is loaded. */
function useHashOnce(isLoaded: boolean): void {
  useEffect(() => {
    if (!isLoaded || !/^#v\d+$/.test(location.hash)) return
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [isLoaded])
}
