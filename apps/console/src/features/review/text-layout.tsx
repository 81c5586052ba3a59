import { SegmentedControl } from '@penstock/ui'

export type TextLayout = 'split' | 'unified'

export interface TextLayoutControlProps {
  layout: TextLayout | undefined
  /** Side by side is what is shown unless something else is asked for. */
  onChange: (layout: 'unified' | undefined) => void
}

/** Whether both sides of a text stand side by side, or in one column. */
export function TextLayoutControl({ layout, onChange }: TextLayoutControlProps) {
  return (
    <SegmentedControl
      label="Lay the text out"
      value={layout ?? 'split'}
      onChange={(next) => onChange(next === 'unified' ? next : undefined)}
      options={[
        { value: 'split', label: 'Side by side' },
        { value: 'unified', label: 'Unified' },
      ]}
    />
  )
}
