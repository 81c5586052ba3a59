import { cx } from '@penstock/ui'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTitle } from '../../app/use-title.ts'
import { ExportSection } from './export-section.tsx'
import { GeneralSection } from './general-section.tsx'
import { StagesSection } from './stages-section.tsx'
import { VerdictsSection } from './verdicts-section.tsx'

const route = getRouteApi('/inside/apis/$slug/settings')

const sections = [
  { id: 'general', label: 'General', Section: GeneralSection },
  { id: 'stages', label: 'Stages and variables', Section: StagesSection },
  { id: 'verdicts', label: 'Overridden checks', Section: VerdictsSection },
  { id: 'export', label: 'Export', Section: ExportSection },
] as const

export function SettingsScreen() {
  const { slug } = route.useParams()
  const { section = 'general' } = route.useSearch()
  const current = sections.find(({ id }) => id === section) ?? sections[0]
  useTitle(current.label, slug)
  const { Section } = current
  return (
    <div className="flex min-h-0 flex-1">
      <nav aria-label="Settings" className="w-52 shrink-0 border-r border-line bg-surface p-2">
        <ul className="flex flex-col gap-0.5">
          {sections.map(({ id, label }) => (
            <li key={id}>
              <Link
                to="/apis/$slug/settings"
                params={{ slug }}
                search={{ section: id }}
                aria-current={id === current.id ? 'page' : undefined}
                className={cx(
                  'flex h-8 items-center rounded-md px-2.5 text-sm transition-[background-color] hover:bg-hover',
                  id === current.id ? 'bg-hover font-medium text-fg' : 'text-fg-2',
                )}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Section slug={slug} />
    </div>
  )
}
