import { fixOf, rules } from '@penstock/lint'
import type { Definition, Diagnostic } from '@penstock/model'
import { Button, cx } from '@penstock/ui'
import { ProblemIcon } from '../problem-icon.tsx'
import { RuleMenu } from './rule-menu.tsx'
import { titleOfProblem } from './title-of-problem.ts'

export interface ProblemRowProps {
  problem: Diagnostic
  definition: Definition
  /** Gone to last. */
  isCurrent: boolean
  /** What the rule is for is shown below it. */
  isOpen: boolean
  /** What can be mended together with it, itself included; only on the first of several. */
  alike: readonly Diagnostic[]
  onGo: () => void
  onFix: (problems: readonly Diagnostic[]) => void
  onExplain: () => void
}

/** One problem: what is wrong and where, and what can be done about it from here. */
export function ProblemRow(props: ProblemRowProps) {
  const { problem, definition, isCurrent, isOpen, alike, onGo, onFix, onExplain } = props
  const { code, severity, message, suggest, location } = problem
  const fix = fixOf(code)
  const title = titleOfProblem(problem, definition)
  const rule = rules.find(({ id }) => id === code)
  return (
    <div className={cx('group/row px-2', isCurrent && 'bg-accent-soft/50')}>
      <div className="flex items-start gap-1 rounded-md hover:bg-hover">
        <button
          type="button"
          data-problem={code}
          disabled={title === ''}
          aria-current={isCurrent || undefined}
          onClick={onGo}
          className="flex min-w-0 flex-1 items-start gap-2 rounded-md px-2 py-1 text-left text-sm"
        >
          <ProblemIcon severity={severity} />
          <span className="min-w-0 flex-1">
            <span className="break-words">{message}</span>
            {suggest && <span className="text-fg-2"> {suggest}</span>}
            <span className="flex min-w-0 gap-2 text-xs text-fg-3">
              {title && <span className="truncate font-mono text-2xs leading-4">{title}</span>}
              <span className="shrink-0">{code}</span>
              {location.line !== undefined && (
                <span className="tabular shrink-0">
                  {location.line}:{location.column ?? 1}
                </span>
              )}
            </span>
          </span>
        </button>
        <div className="flex h-8 shrink-0 items-center gap-1 pr-1">
          {fix && alike.length > 1 && (
            <Button variant="quiet" onPress={() => onFix(alike)}>
              Fix all {alike.length} like this
            </Button>
          )}
          {fix && (
            <Button onPress={() => onFix([problem])} aria-label={`Fix: ${fix.title}`}>
              Fix
            </Button>
          )}
          {rule && <RuleMenu rule={rule} isOpen={isOpen} onExplain={onExplain} />}
        </div>
      </div>
      {isOpen && rule && (
        <div className="mr-2 mb-2 ml-8 flex max-w-prose flex-col gap-1.5 text-sm text-pretty text-fg-2">
          <p>{rule.why}</p>
          <p>
            {rule.mend}
            {fix && <span className="text-fg-3"> Fix does this: {fix.title.toLowerCase()}.</span>}
          </p>
        </div>
      )}
    </div>
  )
}
