/** How a node or an edge stands out. The colour is never alone: marks carry a glyph, removed edges are dashed. */
export type Tone = 'plain' | 'faint' | 'selected' | 'added' | 'changed' | 'removed' | 'lit'

export const toneColor: Readonly<Record<Tone, string>> = {
  plain: 'var(--canvas-edge)',
  faint: 'var(--canvas-edge)',
  selected: 'var(--accent)',
  added: 'var(--added)',
  changed: 'var(--changed)',
  removed: 'var(--removed)',
  lit: 'var(--live)',
}

/** What stands out more is drawn over what stands out less. */
export const toneOrder: readonly Tone[] = ['faint', 'plain', 'changed', 'removed', 'added', 'selected', 'lit']
