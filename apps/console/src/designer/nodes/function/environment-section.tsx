import type { Function_ } from '@penstock/model'
import { IconButton } from '@penstock/ui'
import { Plus, X } from 'lucide-react'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { uniqueName } from '../../edits/unique-name.ts'
import { DraftField } from '../../fields/draft-field.tsx'
import { Section } from '../../fields/section.tsx'
import { useRows } from '../../fields/use-rows.ts'

/** What begins so was saved before: nobody reads it back, it can only be entered anew. */
const sealed = 'sealed:'

/** Variables that the code finds in `process.env`. Their values are secrets. */
export function EnvironmentSection({ record }: { record: Function_ }) {
  const { editor } = useDesigner().session
  const rowOf = useRows(`${record.id} variable`, ['name', 'value'])
  const variables = Object.entries(record.environment ?? {})
  const names = new Set(variables.map(([name]) => name))
  const write = (next: readonly (readonly [string, string])[]) =>
    setField<'function', 'environment'>(
      editor,
      record,
      'environment',
      next.length > 0 ? Object.fromEntries(next) : undefined,
    )
  return (
    <Section
      field="environment"
      title="Environment"
      action={
        <IconButton
          label="Add variable"
          size="sm"
          onPress={() => write([...variables, [uniqueName(names, 'VARIABLE', '_'), '']])}
        >
          <Plus aria-hidden className="size-3.5" />
        </IconButton>
      }
    >
      {variables.length === 0 && (
        <p className="text-xs text-fg-3">
          No variables. Values are kept as secrets: no review, export or copy shows them.
        </p>
      )}
      {variables.map(([name, value]) => {
        const isKept = value.startsWith(sealed)
        const row = rowOf(name)
        return (
          <div key={row.key} className="grid grid-cols-[1fr_1fr_auto] items-start gap-1">
            <DraftField
              ariaLabel={`Name of the variable ${name}`}
              value={name}
              isMono
              draftKey={row.draftKey('name')}
              problemOf={(text) => nameProblem(text, name, names)}
              onCommit={(text) => {
                row.rename(text)
                write(variables.map(([key, was]) => [key === name ? text : key, was] as const))
              }}
            />
            <DraftField
              ariaLabel={`Value of ${name}`}
              value={isKept ? '' : value}
              placeholder={isKept ? 'kept: type another' : 'empty'}
              isMono
              draftKey={row.draftKey('value')}
              problemOf={(text) => (text.startsWith(sealed) ? `A value can’t begin with ${sealed}` : null)}
              onCommit={(text) =>
                write(variables.map(([key, was]) => [key, key === name ? text : was] as const))
              }
            />
            <IconButton
              label={`Remove ${name}`}
              onPress={() => {
                row.remove()
                write(variables.filter(([key]) => key !== name))
              }}
            >
              <X aria-hidden className="size-3.5" />
            </IconButton>
          </div>
        )
      })}
    </Section>
  )
}

function nameProblem(text: string, own: string, names: ReadonlySet<string>): string | null {
  if (!/^[A-Za-z_]\w*$/.test(text)) return 'Letters, digits and underscores.'
  return text !== own && names.has(text) ? 'There is one of this name.' : null
}
