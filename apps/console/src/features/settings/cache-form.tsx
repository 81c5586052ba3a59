import { Button, IconButton, Select, TextField } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { isObject, problemOf } from '../../app/problem.ts'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'
import {
  type CacheDraft,
  cacheDraftOf,
  type CacheLine,
  type CacheProblems,
  readCacheDraft,
  sameCacheDraft,
  type StageCache,
} from './cache-draft.ts'

const renewals = [
  { value: 'SUCCEED_WITH_RESPONSE_HEADER', label: 'From the cache, with a Warning' },
  { value: 'SUCCEED_WITHOUT_RESPONSE_HEADER', label: 'From the cache' },
  { value: 'FAIL_WITH_403', label: 'Refuse it with 403' },
  { value: 'renew', label: 'Renew the answer, whoever asks' },
] as const

const keptChoices = [
  { value: 'stage', label: 'As the stage says' },
  { value: 'yes', label: 'Kept' },
  { value: 'no', label: 'Not kept' },
] as const

interface CacheFormProps {
  slug: string
  stage: string
  cache: StageCache
  isDisabled: boolean
}

/** How long, how much and of which methods answers are kept, and what callers have a say in. */
export function CacheForm({ slug, stage, cache, isDisabled }: CacheFormProps) {
  const saved = cacheDraftOf(cache)
  const [draft, setDraft] = useState(saved)
  const [known, setKnown] = useState(saved)
  const [problems, setProblems] = useState<CacheProblems>({})
  // Somebody else saved, and nothing is typed here that would be lost.
  if (!sameCacheDraft(known, saved)) {
    if (sameCacheDraft(draft, known)) setDraft(saved)
    setKnown(saved)
  }
  const update = useMutation(
    trpc.stages.update.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug })),
      onError: (error) => setProblems(problemsOf(error, draft)),
    }),
  )
  const isDirty = !sameCacheDraft(draft, saved)
  const change = (part: Partial<CacheDraft>) => {
    setProblems({})
    update.reset()
    setDraft((before) => ({ ...before, ...part }))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const answer = readCacheDraft(draft, cache)
    setProblems('problems' in answer ? answer.problems : {})
    if ('cache' in answer) update.mutate({ slug, stage, cache: answer.cache })
  }
  const isAtAField = Object.keys(problems).length > 0
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          label="Kept for, in seconds"
          inputMode="numeric"
          placeholder="300"
          value={draft.ttl}
          onChange={(ttl) => change({ ttl })}
          error={problems['ttl']}
          isDisabled={isDisabled}
          className="w-40"
        />
        <TextField
          label="At most, in MiB"
          inputMode="decimal"
          placeholder="64"
          value={draft.size}
          onChange={(size) => change({ size })}
          error={problems['size']}
          isDisabled={isDisabled}
          className="w-40"
        />
        <Select
          label="When a caller asks for a new answer"
          description="By Cache-Control: max-age=0"
          value={draft.renewal}
          onChange={(renewal) => change({ renewal })}
          options={renewals}
          isDisabled={isDisabled}
          className="w-72"
        />
      </div>
      <MethodLines
        lines={draft.lines}
        problems={problems}
        isDisabled={isDisabled}
        onChange={(lines) => change({ lines })}
      />
      <div className="flex items-center gap-2">
        <Button
          variant="quiet"
          icon={<Plus aria-hidden className="size-3.5" />}
          isDisabled={isDisabled}
          onPress={() => change({ lines: [...draft.lines, newLine(draft.lines)] })}
        >
          Add a method
        </Button>
        <span className="flex-1" />
        {isDirty && <Button onPress={() => change(saved)}>Discard</Button>}
        {(isDirty || update.isPending) && (
          <Button type="submit" variant="primary" isPending={update.isPending}>
            Apply to {stage} now
          </Button>
        )}
      </div>
      {update.error && !isAtAField && <ProblemView error={update.error} layout="inline" />}
    </form>
  )
}

interface MethodLinesProps {
  lines: readonly CacheLine[]
  problems: CacheProblems
  isDisabled: boolean
  onChange: (lines: readonly CacheLine[]) => void
}

/** Methods that differ from the stage. */
function MethodLines({ lines, problems, isDisabled, onChange }: MethodLinesProps) {
  const change = (key: number, part: Partial<CacheLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  if (lines.length === 0)
    return (
      <p className="text-sm text-fg-2">No method differs. Others than GET are kept where they are named.</p>
    )
  return (
    <ul aria-label="Methods that differ" className="flex flex-col gap-2">
      {lines.map(({ key, name, kept, ttl }) => (
        <li key={key} className="flex items-start gap-2">
          <TextField
            aria-label="Method and path"
            placeholder="GET /orders/{id}"
            value={name}
            onChange={(text) => change(key, { name: text })}
            error={problems[`name ${key}`]}
            isMono
            isDisabled={isDisabled}
            className="flex-1"
          />
          <Select
            aria-label={`Answers of ${name || 'the method'}`}
            value={kept}
            onChange={(value) => change(key, { kept: value })}
            options={keptChoices}
            isDisabled={isDisabled}
            className="w-40"
          />
          <TextField
            aria-label={`Seconds that answers of ${name || 'the method'} are kept`}
            inputMode="numeric"
            placeholder="as the stage"
            value={ttl}
            onChange={(text) => change(key, { ttl: text })}
            error={problems[`ttl ${key}`]}
            isDisabled={isDisabled}
            className="w-28"
          />
          <IconButton
            label={`Remove ${name || 'the method'}`}
            isDisabled={isDisabled}
            onPress={() => onChange(lines.filter((line) => line.key !== key))}
          >
            <X aria-hidden className="size-3.5" />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}

function newLine(lines: readonly CacheLine[]): CacheLine {
  return { key: Math.max(-1, ...lines.map(({ key }) => key)) + 1, name: '', kept: 'yes', ttl: '' }
}

/** What the server says of the name of a method belongs at that name. */
function problemsOf(error: unknown, { lines }: CacheDraft): CacheProblems {
  const { details } = problemOf(error)
  const issues = isObject(details) && Array.isArray(details['issues']) ? details['issues'] : []
  const problems: Record<string, string> = {}
  for (const issue of issues) {
    if (!isObject(issue) || !Array.isArray(issue['path']) || typeof issue['message'] !== 'string') continue
    const [part, field, name] = issue['path']
    const line = lines.find((one) => one.name.trim() === name)
    if (part === 'cache' && field === 'methods' && line) problems[`name ${line.key}`] = issue['message']
  }
  return problems
}
