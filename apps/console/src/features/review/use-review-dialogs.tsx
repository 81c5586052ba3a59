import type { ChangeView } from '@penstock/server'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { AcknowledgeDialog } from './acknowledge-dialog.tsx'
import { OverrideDialog } from './override-dialog.tsx'
import { type FindingView, writePlace } from './place-of-finding.ts'
import type { ReviewActions } from './review-actions.ts'
import { useVerdicts, type VerdictsOptions } from './use-verdicts.ts'

const route = getRouteApi('/inside/apis/$slug/review')

type Asked =
  | { readonly about: 'changes'; readonly changes: readonly ChangeView[] }
  | { readonly about: 'check'; readonly finding: FindingView }

/** What can be done about changes and findings, and the dialogs that ask why. */
export function useReviewDialogs(options: VerdictsOptions): { actions: ReviewActions; element: ReactNode } {
  const { slug, stage } = options
  const [asked, setAsked] = useState<Asked>()
  const verdicts = useVerdicts(options)
  const navigateHere = route.useNavigate()
  const navigate = useNavigate()
  const actions = useMemo(
    (): ReviewActions => ({
      acknowledge: (changes) => setAsked({ about: 'changes', changes }),
      withdraw: (changes) => void verdicts.withdraw(changes),
      override: (finding) => setAsked({ about: 'check', finding }),
      restore: ({ check }) => void verdicts.override(check, null),
      show: (place) =>
        void navigateHere({
          search: (before) => ({ ...before, record: place.record, at: writePlace(place), view: 'text' }),
          replace: true,
        }),
      design: (selected) =>
        void navigate({ to: '/apis/$slug/design', params: { slug }, search: { selected } }),
    }),
    [verdicts, navigate, navigateHere, slug],
  )
  const close = () => setAsked(undefined)
  const element =
    asked?.about === 'changes' ? (
      <AcknowledgeDialog
        changes={asked.changes}
        stage={stage}
        onClose={close}
        onConfirm={(reason) => {
          close()
          void verdicts.acknowledge(asked.changes, reason)
        }}
      />
    ) : asked?.about === 'check' ? (
      <OverrideDialog
        slug={slug}
        finding={asked.finding}
        onClose={close}
        onConfirm={(level, reason) => {
          close()
          void verdicts.override(asked.finding.check, { level, reason })
        }}
      />
    ) : null
  return { actions, element }
}
