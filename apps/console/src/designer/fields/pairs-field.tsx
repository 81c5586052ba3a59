import { Button, IconButton } from '@penstock/ui'
import { Plus, X } from 'lucide-react'
import { DraftField } from './draft-field.tsx'
import { useRows } from './use-rows.ts'

type Pairs = Readonly<Record<string, string>>

export interface PairsFieldProps {
  /** What one of them is: "header". */
  noun: string
  pairs: Pairs
  onChange: (pairs: Pairs) => void
  nameProblem: (name: string) => string | null
  valueProblem?: (value: string) => string | null
  /** Of the pair that "Add" makes; a number is put behind it while it is taken. */
  added: { readonly name: string; readonly value: string }
  /** Kept under this name while something else is selected. */
  draftKey: string
}

/** Names with a value each. What can't be taken is not saved and says why. */
export function PairsField(props: PairsFieldProps) {
  const { noun, pairs, onChange, nameProblem, valueProblem, added, draftKey } = props
  const rowOf = useRows(draftKey, ['name', 'value'])
  const entries = Object.entries(pairs)
  const taken = (name: string, own: string) =>
    name !== own && Object.hasOwn(pairs, name) ? `There is a ${noun} of this name already.` : null
  return (
    <>
      {entries.map(([name, value]) => {
        const row = rowOf(name)
        return (
          <div key={row.key} className="grid grid-cols-[1fr_auto] items-start gap-x-1 gap-y-1.5">
            <DraftField
              ariaLabel={`Name of the ${noun}`}
              value={name}
              isMono
              draftKey={row.draftKey('name')}
              problemOf={(next) => nameProblem(next) ?? taken(next, name)}
              onCommit={(next) => {
                row.rename(next)
                onChange(Object.fromEntries(entries.map(([key, was]) => [key === name ? next : key, was])))
              }}
            />
            <IconButton
              label={`Remove ${name}`}
              onPress={() => {
                row.remove()
                onChange(Object.fromEntries(entries.filter(([key]) => key !== name)))
              }}
            >
              <X aria-hidden className="size-3.5" />
            </IconButton>
            <DraftField
              ariaLabel={`Value of ${name}`}
              value={value}
              isMono
              draftKey={row.draftKey('value')}
              {...(valueProblem ? { problemOf: valueProblem } : {})}
              onCommit={(next) => onChange({ ...pairs, [name]: next })}
            />
          </div>
        )
      })}
      <Button
        variant="quiet"
        className="self-start"
        icon={<Plus aria-hidden className="size-3.5" />}
        onPress={() => onChange({ ...pairs, [freeName(added.name, pairs)]: added.value })}
      >
        Add a {noun}
      </Button>
    </>
  )
}

function freeName(name: string, pairs: Pairs): string {
  for (let n = 1; ; n++) {
    const wanted = n === 1 ? name : `${name}-${n}`
    if (!Object.hasOwn(pairs, wanted)) return wanted
  }
}
