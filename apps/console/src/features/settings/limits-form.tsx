import type { ApiSummary, StageSummary } from '@penstock/server'
import { Button, TextField } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { problemOf } from '../../app/problem.ts'
import { ProblemView } from '../../app/problem-view.tsx'
import { useMay } from '../../app/session.ts'
import { queryClient, trpc } from '../../app/trpc.ts'
import {
  limitFields,
  type LimitName,
  type LimitProblems,
  limitsDraftOf,
  readLimitsDraft,
  sameLimitsDraft,
  usualText,
} from './limits-draft.ts'
import { SettingHeading } from './setting-heading.tsx'

/** How long integrations of a stage may take, and how large requests and answers may be. */
export function StageLimits({ slug, stage }: { slug: string; stage: StageSummary }) {
  const headingId = useId()
  const api = useQuery(trpc.apis.get.queryOptions({ slug }))
  return (
    <section aria-labelledby={headingId}>
      <SettingHeading id={headingId}>Limits</SettingHeading>
      {api.data && <LimitsForm slug={slug} stage={stage} api={api.data} />}
    </section>
  )
}

interface LimitsFormProps {
  slug: string
  stage: StageSummary
  api: Pick<ApiSummary, 'type' | 'usualLimits'>
}

function LimitsForm({ slug, stage, api }: LimitsFormProps) {
  const mayChange = useMay('change stages')
  const saved = limitsDraftOf(stage.limits)
  const [draft, setDraft] = useState(saved)
  const [known, setKnown] = useState(saved)
  const [problems, setProblems] = useState<LimitProblems>({})
  // Somebody else saved, and nothing is typed here that would be lost.
  if (!sameLimitsDraft(known, saved)) {
    if (sameLimitsDraft(draft, known)) setDraft(saved)
    setKnown(saved)
  }
  const fields = limitFields(api.type)
  const update = useMutation(
    trpc.stages.update.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug })),
      // The server names the limit that it refuses.
      onError: (error) => {
        const { title } = problemOf(error)
        const field = fields.find(({ name }) => title.includes(`limits.${name}`))
        if (field) setProblems({ [field.name]: title })
      },
    }),
  )
  const isDirty = !sameLimitsDraft(draft, saved)
  const change = (name: LimitName, text: string) => {
    setProblems({})
    update.reset()
    setDraft((before) => ({ ...before, [name]: text }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const answer = readLimitsDraft(draft)
    setProblems('problems' in answer ? answer.problems : {})
    if ('limits' in answer) update.mutate({ slug, stage: stage.name, limits: answer.limits })
  }
  const isAtAField = Object.keys(problems).length > 0
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-2">
      <div className="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] items-start gap-3">
        {fields.map((field) => (
          <TextField
            key={field.name}
            label={field.label}
            inputMode="decimal"
            placeholder={usualText(field, api.usualLimits)}
            value={draft[field.name]}
            onChange={(text) => change(field.name, text)}
            error={problems[field.name]}
            isDisabled={!mayChange}
          />
        ))}
      </div>
      <div className="flex min-h-7 items-center gap-2">
        <p className="min-w-0 flex-1 text-sm text-fg-2">
          Empty is as usual. An integration’s own timeout comes before the stage’s.
        </p>
        {isDirty && (
          <Button
            onPress={() => {
              setProblems({})
              update.reset()
              setDraft(saved)
            }}
          >
            Discard
          </Button>
        )}
        {(isDirty || update.isPending) && (
          <Button type="submit" variant="primary" isPending={update.isPending}>
            Apply to {stage.name} now
          </Button>
        )}
      </div>
      {update.error && !isAtAField && <ProblemView error={update.error} layout="inline" />}
    </form>
  )
}
