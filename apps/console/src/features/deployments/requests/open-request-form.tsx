import type { PlanView } from '@penstock/server'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { GitPullRequest } from 'lucide-react'
import { useState } from 'react'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { PlanForm } from '../../review/plan-form.tsx'
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
  return (
    <PlanForm
      label="Title of the deploy request"
      placeholder="What this is for, in a few words"
      words={title}
      onWords={setTitle}
      maxLength={200}
      deed="Open deploy request"
      hint={`Others look at it before it goes to ${stage}`}
      icon={<GitPullRequest aria-hidden className="size-3.5" />}
      isPending={open.isPending}
      refusal={refusal}
      onSubmit={() => {
        const otherwise = `${plural(summary.total, 'change')} to ${stage}`
        open.mutate({ slug, stage, planHash, title: title.trim() || otherwise })
      }}
    />
  )
}
