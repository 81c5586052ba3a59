import { levelsOf } from '@penstock/lint'
import { type Diagnostic, recordsOf, type Severity } from '@penstock/model'
import { Button, Menu, MenuItem, SearchField, SegmentedControl, Select } from '@penstock/ui'
import { useDefinition, useDesigner, useView } from '../designer-context.ts'
import { everything, rulesWithCounts, severities, severityNouns } from './problem-list.ts'
import { setLevel } from './rule-menu.tsx'

const anyRule = 'any'

/** Which of the problems are listed: by how bad, by what found them, by words. */
export function ProblemFilterBar({ problems }: { problems: readonly Diagnostic[] }) {
  const { view } = useDesigner()
  const filter = useView((shown) => shown.problemFilter)
  const set = (part: Partial<typeof filter>) =>
    view.setState((state) => ({ problemFilter: { ...state.problemFilter, ...part } }))
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length
  const counted = rulesWithCounts(
    filter.severity === 'all' ? problems : problems.filter(({ severity }) => severity === filter.severity),
  )
  // A rule that finds nothing any more stays chosen: mended is what it was to be.
  const known = filter.rule === null || counted.some(([rule]) => rule === filter.rule)
  const options = known ? counted : [...counted, [filter.rule!, 0] as const]
  return (
    <div className="flex flex-wrap items-center gap-2 px-3 py-2">
      <SegmentedControl<Severity | 'all'>
        label="How bad"
        value={filter.severity}
        onChange={(severity) => set({ severity, rule: null })}
        options={[
          { value: 'all', label: `All ${problems.length}`, ariaLabel: `All ${problems.length}` },
          ...severities.map((value) => ({
            value,
            label: (
              <>
                <span className="capitalize">{severityNouns[value]}s</span>
                <span className="tabular text-fg-3">{count(value)}</span>
              </>
            ),
            ariaLabel: `${severityNouns[value]}s ${count(value)}`,
          })),
        ]}
      />
      <Select
        aria-label="Check"
        className="w-48"
        value={filter.rule ?? anyRule}
        onChange={(rule) => set({ rule: rule === anyRule ? null : rule })}
        options={[
          { value: anyRule, label: 'Every check' },
          ...options.map(([value, found]) => ({ value, label: `${value} · ${found}`, textValue: value })),
        ]}
      />
      <SearchField
        label="Search problems"
        placeholder="Words, path"
        className="w-40"
        value={filter.text}
        onChange={(text) => set({ text })}
      />
      {filter !== everything && (filter.severity !== 'all' || filter.rule !== null || filter.text !== '') && (
        <Button variant="quiet" onPress={() => view.setState({ problemFilter: everything })}>
          Show all
        </Button>
      )}
      <span className="flex-1" />
      <ChangedLevels />
    </div>
  )
}

/** Checks that count for something else in this API: what is off is in no list, so the way back is here. */
function ChangedLevels() {
  const { editor } = useDesigner().session
  const [api] = recordsOf(useDefinition(), 'api')
  const levels = [...levelsOf(api)]
  if (levels.length === 0) return null
  return (
    <Menu
      label="Checks with a level of this API"
      placement="bottom end"
      trigger={
        <Button variant="quiet">
          {levels.length} {levels.length === 1 ? 'level' : 'levels'} changed
        </Button>
      }
    >
      {levels.map(([rule, level]) => (
        <MenuItem
          key={rule}
          textValue={`Set ${rule} back`}
          hint={<span className="text-xs text-fg-3">{level === 'info' ? 'hint' : level}</span>}
          onAction={() => setLevel(editor, rule, null)}
        >
          Set {rule} back
        </MenuItem>
      ))}
    </Menu>
  )
}
