import { IconButton } from '@penstock/ui'
import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  Columns3,
  type LucideIcon,
} from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { alignCommands, distributeCommands, tidySelection } from '../../commands/arrange.ts'
import { useDesigner } from '../designer-context.ts'
import { Section } from '../fields/section.tsx'

const glyphs: Readonly<Record<string, LucideIcon>> = {
  'align-left': AlignStartVertical,
  'align-center': AlignCenterVertical,
  'align-right': AlignEndVertical,
  'align-top': AlignStartHorizontal,
  'align-middle': AlignCenterHorizontal,
  'align-bottom': AlignEndHorizontal,
  'distribute-across': AlignHorizontalSpaceBetween,
  'distribute-down': AlignVerticalSpaceBetween,
  tidy: Columns3,
}

/** Where the selected nodes stand to each other; absent where none of them is drawn. */
export function Arrange() {
  const designer = useDesigner()
  const { graph } = designer.session
  useSyncExternalStore(graph.subscribe, graph.view)
  if (tidySelection.enabled?.(designer) === false) return null
  return (
    <Section title="Arrange">
      <div role="group" aria-label="Arrange" className="-mx-1 flex flex-wrap gap-0.5">
        {[...alignCommands, ...distributeCommands, tidySelection].map((command) => {
          const Glyph = glyphs[command.id]
          return (
            <IconButton
              key={command.id}
              label={command.label}
              isDisabled={command.enabled?.(designer) === false}
              onPress={() => command.run(designer)}
            >
              {Glyph && <Glyph aria-hidden className="size-4" />}
            </IconButton>
          )
        })}
      </div>
    </Section>
  )
}
