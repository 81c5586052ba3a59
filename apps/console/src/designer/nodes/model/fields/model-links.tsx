import { recordsOf } from '@penstock/model'
import { Button } from '@penstock/ui'
import { Braces } from 'lucide-react'
import { useDesigner, useStructure } from '../../../designer-context.ts'
import { showRecord } from '../../../show-record.ts'

/** Models that a schema refers to; a press goes there. One that is not there says so. */
export function ModelLinks({ names }: { names: readonly string[] }) {
  const designer = useDesigner()
  const structure = useStructure()
  if (names.length === 0) return null
  const known = new Map([...recordsOf(structure, 'model')].map(({ name, id }) => [name, id]))
  return names.map((name) => {
    const id = known.get(name)
    return id === undefined ? (
      <span key={name} className="text-risky">
        {name} (no such model)
      </span>
    ) : (
      <Button
        key={name}
        variant="quiet"
        className="-mx-1 h-6! max-w-full min-w-0 shrink! px-1!"
        icon={<Braces aria-hidden className="size-3.5 shrink-0" />}
        aria-label={`Model ${name}`}
        onPress={() => showRecord(designer, id)}
      >
        <span className="truncate font-mono text-xs text-fg underline underline-offset-2">{name}</span>
      </Button>
    )
  })
}
