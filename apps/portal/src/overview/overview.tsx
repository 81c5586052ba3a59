import { Badge, CodeBlock } from '@penstock/ui'
import type { PortalGroup } from '@penstock/server'
import { LockOpen } from 'lucide-react'
import { Link } from '../app/link.tsx'
import { useShownApi } from '../app/shown.ts'
import { describeScheme } from '../call/credentials.ts'
import { Markdown } from '../markdown/markdown.tsx'
import { textOf } from '../openapi/read.ts'
import { OperationLabel } from '../operation/operation-label.tsx'
import { PageMain } from '../parts/page-main.tsx'
import { Section } from '../parts/section.tsx'

/** What the API is, where it is called, how callers say who they are, and what it offers. */
export function Overview() {
  const { index } = useShownApi()
  const { title, version, stage, deployment, deployedAt, url, description, authentication, groups } = index
  return (
    <div className="mx-auto max-w-4xl px-4 py-8 lg:px-8">
      <PageMain title={title || index.slug} heading={title || index.slug}>
        <div className="mt-2 flex flex-wrap items-center gap-2">
          {version !== null && <Badge>version {version}</Badge>}
          <Badge tone="ok">
            deployment v{deployment} · {stage}
          </Badge>
          <span className="tabular text-xs text-fg-3">
            deployed <time dateTime={deployedAt}>{dateFormat.format(new Date(deployedAt))}</time>
          </span>
        </div>
        {description !== null && <Markdown text={description} level={2} name="about" className="mt-5" />}
        <Section title="Base URL">
          <CodeBlock code={url} label="base URL" />
        </Section>
        {authentication.length > 0 && (
          <Section title="Authentication">
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {authentication.map((one) => (
                <li key={one.name} className="px-4 py-3">
                  <h3 className="font-medium text-fg">{one.name}</h3>
                  <p className="text-fg-2">{describeScheme(one)}</p>
                  {!one.isChecked && (
                    <p className="flex items-start gap-1.5 text-fg-2">
                      <LockOpen aria-hidden className="mt-0.5 size-3.5 shrink-0 text-risky" />
                      The gateway does not check it everywhere: each operation says whether it does.
                    </p>
                  )}
                  {textOf(one.scheme['description']) !== null && (
                    <Markdown
                      text={textOf(one.scheme['description'])!}
                      level={4}
                      name={`auth-${one.name}`}
                      className="mt-1 text-xs"
                    />
                  )}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section
          title="Operations"
          aside={<span className="tabular text-xs text-fg-3">{index.operations} in all</span>}
        >
          <ul className="grid gap-2 md:grid-cols-2">
            {groups.map((group) => (
              <GroupCard key={group.name} group={group} />
            ))}
          </ul>
        </Section>
      </PageMain>
    </div>
  )
}

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const shown = 3

function GroupCard({ group }: { group: PortalGroup }) {
  const { names, placeOf } = useShownApi()
  const more = group.operations.length - shown
  return (
    <li className="rounded-lg border border-line bg-surface p-3">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="truncate font-medium text-fg">{group.name}</h3>
        <span className="tabular text-xs text-fg-3">{group.operations.length}</span>
      </div>
      {group.description !== null && (
        <p className="mt-0.5 line-clamp-2 text-xs text-fg-2">{group.description}</p>
      )}
      <ul className="mt-2 flex flex-col">
        {group.operations.slice(0, shown).map((operation) => (
          <li key={operation.id}>
            <Link
              to={placeOf({ kind: 'operation', name: names.nameOf(operation) })}
              className="-mx-1 flex h-11 items-center gap-2 rounded-sm px-1 text-fg-2 hover:bg-hover hover:text-fg"
            >
              <OperationLabel operation={operation} />
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-1 text-xs text-fg-3">and {more} more</p>}
    </li>
  )
}
