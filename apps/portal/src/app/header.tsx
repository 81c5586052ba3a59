import { Badge, IconButton, setThemeChoice, useTheme } from '@penstock/ui'
import { Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { NativeSelect } from '../parts/native-select.tsx'
import { go } from './address.ts'
import { Link } from './link.tsx'
import type { Page } from './place.ts'
import { useShownApi } from './shown.ts'

export interface HeaderProps {
  page: Page
  contentsButton: ReactNode
}

export function Header({ page, contentsButton }: HeaderProps) {
  const { index, placeOf } = useShownApi()
  return (
    <header className="sticky top-0 z-20 flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-3 lg:px-4">
      {contentsButton}
      <Link
        to={placeOf({ kind: 'overview' })}
        className="min-w-0 truncate rounded-sm text-md font-semibold text-fg"
      >
        {index.title || index.slug}
      </Link>
      {index.version !== null && (
        <Badge className="max-w-32 max-md:hidden">
          <span className="truncate">{index.version}</span>
        </Badge>
      )}
      <div className="ml-auto flex items-center gap-2">
        <Link
          to={placeOf({ kind: 'changelog' })}
          aria-current={page.kind === 'changelog' ? 'page' : undefined}
          className="rounded-sm px-1.5 py-1 text-fg-2 hover:text-fg aria-[current]:font-medium aria-[current]:text-fg"
        >
          Changelog
        </Link>
        {index.stages.length > 1 ? (
          <NativeSelect
            label="Stage"
            options={index.stages.map((name) => ({ value: name, label: name }))}
            value={index.stage}
            onChange={(stage) => go({ slug: index.slug, stage, page })}
          />
        ) : (
          <span className="hidden text-fg-2 md:inline">{index.stage}</span>
        )}
        <span className="tabular hidden text-xs text-fg-3 md:inline">deployment v{index.deployment}</span>
        <ThemeButton />
      </div>
    </header>
  )
}

/** Between light and dark; what the system says already is followed rather than fixed. */
function ThemeButton() {
  const { theme } = useTheme()
  const next = theme === 'dark' ? 'light' : 'dark'
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  return (
    <IconButton
      label={next === 'dark' ? 'Dark colours' : 'Light colours'}
      onPress={() => setThemeChoice(next === system ? 'system' : next)}
    >
      {next === 'dark' ? <Moon aria-hidden className="size-4" /> : <Sun aria-hidden className="size-4" />}
    </IconButton>
  )
}
