import { IconButton, Menu, MenuItem, MenuSeparator, VerdictChip } from '@penstock/ui'
import { Ellipsis, FileDiff, RotateCcw, Scale, Workflow } from 'lucide-react'
import { PersonName } from '../../app/person-name.tsx'
import { fieldPath } from './field-path.ts'
import { type FindingView, isOnePlace, placesOf, type TextPlace } from './place-of-finding.ts'
import { type ReviewActions, useReviewActions } from './review-actions.ts'

export interface FindingItemProps {
  finding: FindingView
  /** Shown where it is not the change's own. */
  isVerdictShown: boolean
}

/** What a check found: in words, with its places before and after, and what can be done about it. */
export function FindingItem({ finding, isVerdictShown }: FindingItemProps) {
  const actions = useReviewActions()
  const { override } = finding
  return (
    <li className="group/finding flex items-start gap-1 text-sm text-fg">
      <div className="min-w-0 flex-1">
        <p>
          {isVerdictShown && <VerdictChip verdict={finding.verdict} className="mr-1.5" />}
          {finding.message} <code className="text-2xs whitespace-nowrap text-fg-3">{finding.check}</code>
        </p>
        {override && (
          <p className="mt-0.5 text-xs text-fg-2">
            Overridden: <strong className="font-medium text-fg">{override.level}</strong>, by itself{' '}
            {override.from}. <PersonName of={override.by} kind={override.actor?.kind} />: “{override.reason}”
          </p>
        )}
        <Places finding={finding} actions={actions} />
      </div>
      {actions && <FindingMenu finding={finding} actions={actions} />}
    </li>
  )
}

function Places({ finding, actions }: { finding: FindingView; actions: ReviewActions | null }) {
  const places = placesOf(finding).filter(({ path }) => path.length > 0)
  const shown = isOnePlace(places) ? places.slice(1) : places
  if (shown.length === 0) return null
  return (
    <ul aria-label="Places" className="mt-0.5 flex flex-col">
      {shown.map((place) => (
        <li key={place.side} className="flex min-w-0 items-baseline gap-1.5 text-xs text-fg-3">
          <span className={shown.length > 1 ? 'w-9 shrink-0' : 'sr-only'}>{place.side}</span>
          <Place place={place} actions={actions} />
        </li>
      ))}
    </ul>
  )
}

function Place({ place, actions }: { place: TextPlace; actions: ReviewActions | null }) {
  const path = fieldPath(place.path)
  const text = <code className="truncate text-2xs [direction:rtl]">{`\u2066${path}\u2069`}</code>
  if (!actions) return text
  return (
    <button
      type="button"
      title={`${path}: show it in the text`}
      aria-label={`Show ${path} in the text ${place.side}`}
      onClick={() => actions.show(place)}
      className="flex min-w-0 rounded-sm underline decoration-dotted underline-offset-2 transition-[color] hover:text-fg"
    >
      {text}
    </button>
  )
}

function FindingMenu({ finding, actions }: { finding: FindingView; actions: ReviewActions }) {
  const places = placesOf(finding)
  const after = places.find(({ side }) => side === 'after')
  return (
    <Menu
      label="What to do about the finding"
      placement="bottom end"
      trigger={
        <IconButton label={`About ${finding.check}`} size="sm" className="-my-0.5 text-fg-3">
          <Ellipsis aria-hidden className="size-3.5" />
        </IconButton>
      }
    >
      {places.map((place) => (
        <MenuItem key={place.side} icon={<FileDiff aria-hidden />} onAction={() => actions.show(place)}>
          {place.side === 'before' ? 'Show the text before' : 'Show the text after'}
        </MenuItem>
      ))}
      {after && (
        <MenuItem icon={<Workflow aria-hidden />} onAction={() => actions.design(after.record)}>
          Open in the designer
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={<Scale aria-hidden />} onAction={() => actions.override(finding)}>
        Override the check…
      </MenuItem>
      {finding.override && (
        <MenuItem icon={<RotateCcw aria-hidden />} onAction={() => actions.restore(finding)}>
          Restore the check
        </MenuItem>
      )}
    </Menu>
  )
}
