import type { StageSummary } from '@penstock/server'
import { Button, Menu, MenuItem } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'
import { linesOf, sameVariables, variablesOf } from './variable-lines.ts'
import { AddVariable, VariableRows } from './variable-rows.tsx'

export interface VariablesFormProps {
  slug: string
  stage: string
  variables: Readonly<Record<string, string>>
  /** Stages whose variables can be taken over. */
  sources?: readonly Pick<StageSummary, 'name' | 'variables'>[]
}

/** Names and values that the definition refers to as `${stageVariables.name}`. */
export function VariablesForm({ slug, stage, variables, sources = [] }: VariablesFormProps) {
  const [lines, setLines] = useState(() => linesOf(variables))
  const [saved, setSaved] = useState(variables)
  // Somebody else saved, and nothing is typed here that would be lost.
  if (saved !== variables && !sameVariables(saved, variables)) {
    if (sameVariables(variablesOf(lines), saved)) setLines(linesOf(variables))
    setSaved(variables)
  }
  const update = useMutation(
    trpc.stages.update.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug })),
    }),
  )
  const wanted = variablesOf(lines)
  const isDirty = !sameVariables(wanted, variables)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    update.mutate({ slug, stage, variables: wanted })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      {lines.length === 0 && (
        <p className="text-sm text-fg-2">
          No variables yet. Use one as{' '}
          <code className="font-mono text-xs text-fg">{'${stageVariables.name}'}</code>, in the address of an
          upstream for example.
        </p>
      )}
      <VariableRows lines={lines} onChange={setLines} />
      <div className="flex items-center gap-2">
        <AddVariable lines={lines} onChange={setLines} />
        {sources.length > 0 && (
          <CopyFrom sources={sources} onCopy={(source) => setLines(linesOf(source.variables))} />
        )}
        <span className="flex-1" />
        {isDirty && <Button onPress={() => setLines(linesOf(variables))}>Discard</Button>}
        {(isDirty || update.isPending) && (
          <Button type="submit" variant="primary" isPending={update.isPending}>
            Apply to {stage} now
          </Button>
        )}
      </div>
      {update.error && <ProblemView error={update.error} layout="inline" />}
    </form>
  )
}

type Source = NonNullable<VariablesFormProps['sources']>[number]

/** Puts another stage's variables into the form, where they wait to be applied. */
function CopyFrom({ sources, onCopy }: { sources: readonly Source[]; onCopy: (source: Source) => void }) {
  const [only] = sources
  const icon = <Copy aria-hidden className="size-3.5" />
  if (only && sources.length === 1)
    return (
      <Button variant="quiet" icon={icon} onPress={() => onCopy(only)}>
        Copy from {only.name}
      </Button>
    )
  return (
    <Menu
      label="Copy the variables of a stage"
      trigger={
        <Button variant="quiet" icon={icon}>
          Copy from…
        </Button>
      }
    >
      {sources.map((source) => (
        <MenuItem key={source.name} onAction={() => onCopy(source)}>
          {source.name}
        </MenuItem>
      ))}
    </Menu>
  )
}
