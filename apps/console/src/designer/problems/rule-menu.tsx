import { type Level, levelsOf, type Rule, withLevel } from '@penstock/lint'
import { recordsOf } from '@penstock/model'
import { IconButton, Menu, MenuItem, MenuSection } from '@penstock/ui'
import { Ellipsis } from 'lucide-react'
import type { Editor } from '../../editor/index.ts'
import { useDesigner } from '../designer-context.ts'

const levels: readonly { level: Level; text: string }[] = [
  { level: 'error', text: 'Error: can’t be deployed' },
  { level: 'warning', text: 'Warning' },
  { level: 'info', text: 'Hint' },
  { level: 'off', text: 'Off' },
]

/** What a rule is for, and how much it counts in this API. */
export function RuleMenu(props: { rule: Rule; isOpen: boolean; onExplain: () => void }) {
  const { rule, isOpen, onExplain } = props
  const { editor } = useDesigner().session
  const [api] = recordsOf(editor.definition, 'api')
  const current = levelsOf(api).get(rule.id) ?? rule.severity
  return (
    <Menu
      label={`About ${rule.id}`}
      placement="bottom end"
      trigger={
        <IconButton label={`About ${rule.id}`} size="sm">
          <Ellipsis aria-hidden className="size-3.5" />
        </IconButton>
      }
    >
      <MenuItem onAction={onExplain}>{isOpen ? 'Hide the explanation' : 'Why this matters'}</MenuItem>
      <MenuSection title="In this API it counts as">
        {levels.map(({ level, text }) => (
          <MenuItem
            key={level}
            isChecked={level === current}
            onAction={() => setLevel(editor, rule.id, level === rule.severity ? null : level)}
          >
            {text}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  )
}

/** Sets how much a rule counts in this API; null: as much as by itself. */
export function setLevel(editor: Editor, rule: string, level: Level | null): void {
  editor.run('Change the level of a check', (transaction) => {
    const [api] = recordsOf(transaction.all(), 'api')
    if (api) transaction.put(withLevel(api, rule, level))
  })
}
