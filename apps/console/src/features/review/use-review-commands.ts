import type { ChangeView } from '@penstock/server'
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useRegisterCommands } from '../../app/use-commands.ts'
import { text } from '../../routes/search.ts'
import { changesIn, neighbour, openChange, type Row, rowOf } from './change-rows.ts'
import { filterFieldId } from './filter-bar.tsx'
import type { Fold } from '@penstock/diff/words'

const route = getRouteApi('/inside/apis/$slug/review')

export interface ReviewCommandsOptions {
  readonly rows: readonly Row[]
  readonly slug: string
  readonly onToggleFold: (fold: Fold) => void
  readonly onAcknowledge: (changes: readonly ChangeView[]) => void
}

/** The keyboard of the review. Reads the address when a key is pressed, so that the commands stay the same. */
export function useReviewCommands({ rows, slug, onToggleFold, onAcknowledge }: ReviewCommandsOptions): void {
  const router = useRouter()
  const navigateHere = route.useNavigate()
  const navigate = useNavigate()
  useRegisterCommands(
    useMemo(() => {
      const group = 'Review'
      const selected = () => {
        const { change, view } = router.latestLocation.search
        return openChange(rows, { change: text(change), view: view === 'text' ? view : undefined })
      }
      const select = (change: string | undefined) =>
        void navigateHere({
          search: ({ change: _, record: __, at: ___, node: ____, ...rest }) =>
            change === undefined ? rest : { ...rest, change },
          replace: true,
        })
      const selectedRow = () => rowOf(rows, selected())
      /** Those of the selected row that nobody took upon themselves. */
      const unacknowledged = () => {
        const row = selectedRow()
        return row ? changesIn(row).filter(({ acknowledged }) => !acknowledged) : []
      }
      return [
        {
          id: 'review.next',
          label: 'Next change',
          group,
          shortcut: 'j',
          run: () => select(neighbour(rows, selected(), 1)),
        },
        {
          id: 'review.previous',
          label: 'Previous change',
          group,
          shortcut: 'k',
          run: () => select(neighbour(rows, selected(), -1)),
        },
        {
          id: 'review.open',
          label: 'Unfold the changes, or open the change in the designer',
          group,
          shortcut: 'o',
          enabled: () => selectedRow() !== undefined,
          run: () => {
            const row = selectedRow()
            if (row?.type === 'fold') onToggleFold(row.fold)
            else if (row?.type === 'change')
              void navigate({
                to: '/apis/$slug/design',
                params: { slug },
                search: { selected: row.change.record },
              })
          },
        },
        {
          id: 'review.acknowledge',
          label: 'Acknowledge the change',
          group,
          shortcut: 'a',
          enabled: () => unacknowledged().length > 0,
          run: () => onAcknowledge(unacknowledged()),
        },
        {
          id: 'review.filter',
          label: 'Find in the changes',
          group,
          shortcut: '/',
          run: () => document.getElementById(filterFieldId)?.focus(),
        },
        {
          id: 'review.close',
          label: 'Close the change',
          group,
          shortcut: 'Escape',
          enabled: () => router.latestLocation.search.change !== undefined,
          run: () => select(undefined),
        },
        {
          id: 'review.text',
          label: 'Switch between graph and text',
          group,
          shortcut: 't',
          run: () =>
            void navigateHere({
              search: ({ view, ...rest }) => (view === 'text' ? rest : { ...rest, view: 'text' as const }),
              replace: true,
            }),
        },
        {
          id: 'review.layout',
          label: 'Switch between side by side and unified text',
          group,
          shortcut: 'u',
          enabled: () => router.latestLocation.search.view === 'text',
          run: () =>
            void navigateHere({
              search: ({ layout, ...rest }) =>
                layout === 'unified' ? rest : { ...rest, layout: 'unified' as const },
              replace: true,
            }),
        },
        {
          id: 'review.deploy',
          label: 'Deploy the plan',
          group,
          shortcut: 'mod+Enter',
          run: submitDeployForm,
        },
      ]
    }, [navigate, navigateHere, router, rows, slug, onToggleFold, onAcknowledge]),
  )
}

function submitDeployForm(): void {
  const form = document.getElementById('deploy')
  if (form instanceof HTMLFormElement) form.requestSubmit()
}
