import type { PlanView } from '@penstock/server'
import { Button, Kbd, TextField, WithTooltip } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { GitPullRequest } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { shortcutKeys } from '../../../app/shortcut.ts'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { plural } from '../../review/plan-sentence.ts'

export interface OpenRequestFormProps {
  slug: string
  plan: PlanView
  /** Why the plan can't be asked for now, in words. */
  refusal: string | undefined
  onStart: () => void
  onFailed: (error: unknown) => void
}

/** Asks others to approve exactly the plan that is on the screen. */
export function OpenRequestForm({ slug, plan, refusal, onStart, onFailed }: OpenRequestFormProps) {
  const [title, setTitle] = useState('')
  const router = useRouter()
  const { stage, planHash, summary } = plan
  const open = useMutation(
    trpc.deployRequests.open.mutationOptions({
      onMutate: onStart,
      onError: onFailed,
      onSuccess: async (request) => {
        const { number } = request
        queryClient.setQueryData(trpc.deployRequests.get.queryKey({ slug, number }), request)
        await queryClient.invalidateQueries(trpc.deployRequests.list.queryFilter({ slug }))
        await router.navigate({
          to: '/apis/$slug/deployments/requests/$number',
          params: { slug, number: String(number) },
        })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (refusal || open.isPending) return
    const otherwise = `${plural(summary.total, 'change')} to ${stage}`
    open.mutate({ slug, stage, planHash, title: title.trim() || otherwise })
  }
  return (
    <form id="deploy" onSubmit={submit} className="flex items-center gap-2">
      <TextField
        aria-label="Title of the deploy request"
        placeholder="What this is for, in a few words"
        value={title}
        onChange={setTitle}
        maxLength={200}
        className="w-60 2xl:w-80"
      />
      <WithTooltip
        text={refusal ?? `Others look at it before it goes to ${stage}`}
        shortcut={<Kbd keys={shortcutKeys('mod+enter')[0] ?? []} />}
      >
        <Button
          type="submit"
          variant="primary"
          isPending={open.isPending}
          icon={<GitPullRequest aria-hidden className="size-3.5" />}
          isDisabled={refusal !== undefined}
        >
          Open deploy request
        </Button>
      </WithTooltip>
    </form>
  )
}
