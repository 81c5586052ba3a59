import { Button, IconButton, TextField } from '@penstock/ui'
import { Plus, X } from 'lucide-react'
import type { VariableLine } from './variable-lines.ts'

export interface VariableRowsProps {
  lines: readonly VariableLine[]
  onChange: (lines: VariableLine[]) => void
}

/** A name and a value a line. */
export function VariableRows({ lines, onChange }: VariableRowsProps) {
  const change = (key: number, part: Partial<VariableLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  return lines.map((line) => (
    <div key={line.key} className="flex items-start gap-2">
      <TextField
        aria-label="Name of the variable"
        placeholder="backend"
        value={line.name}
        onChange={(name) => change(line.key, { name })}
        isMono
        isRequired
        pattern="\w+"
        className="w-48"
      />
      <TextField
        aria-label={`Value of ${line.name || 'the variable'}`}
        placeholder="orders.internal"
        value={line.value}
        onChange={(value) => change(line.key, { value })}
        isMono
        className="flex-1"
      />
      <IconButton
        label={`Remove ${line.name || 'the variable'}`}
        onPress={() => onChange(lines.filter((other) => other.key !== line.key))}
      >
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </div>
  ))
}

/** Adds an empty line. */
export function AddVariable({ lines, onChange }: VariableRowsProps) {
  return (
    <Button
      variant="quiet"
      icon={<Plus aria-hidden className="size-3.5" />}
      onPress={() =>
        onChange([...lines, { key: Math.max(0, ...lines.map(({ key }) => key)) + 1, name: '', value: '' }])
      }
    >
      Add a variable
    </Button>
  )
}
