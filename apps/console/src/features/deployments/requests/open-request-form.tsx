import { suggestedTitle } from '@penstock/diff/words'
import type { PlanView } from '@penstock/server'
import { Button, Kbd, WithTooltip } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { GitPullRequest } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { shortcutKeys } from '../../../app/shortcut.ts'
import { queryClient, trpc } from '../../../app/trpc.ts'
import { OpenRequestDialog, type RequestWords } from './open-request-dialog.tsx'

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
  const [isOpen, setOpen] = useState(false)
  // Kept while the plan moves, and when opening it failed.
  const [written, setWritten] = useState<Partial<RequestWords>>({})
  const router = useRouter()
  const { stage, planHash, changes } = plan
  const suggested = suggestedTitle(changes)
  const words = { title: suggested, description: '', ...written }
  // A title that nobody wrote goes with the plan.
  const write = ({ title, description }: RequestWords) =>
    setWritten(title === suggested ? { description } : { title, description })
  const open = useMutation(
    trpc.deployRequests.open.mutationOptions({
      onMutate: onStart,
      onError: (error) => {
        setOpen(false)
        onFailed(error)
      },
      onSuccess: async (request) => {
        const { number } = request
        queryClient.setQueryData(trpc.deployRequests.get.queryKey({ slug, number }), request)
        await queryClient.invalidateQueries(trpc.deployRequests.list.pathFilter())
        await router.navigate({
          to: '/apis/$slug/deployments/requests/$number',
          params: { slug, number: String(number) },
        })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!refusal) setOpen(true)
  }
  return (
    <>
      <form id="deploy" onSubmit={submit}>
        <WithTooltip
          text={refusal ?? `Others look at it before it goes to ${stage}`}
          shortcut={<Kbd keys={shortcutKeys('mod+enter')[0] ?? []} />}
        >
          <Button
            type="submit"
            variant="primary"
            icon={<GitPullRequest aria-hidden className="size-3.5" />}
            isDisabled={refusal !== undefined}
          >
            Open deploy request…
          </Button>
        </WithTooltip>
      </form>
      {isOpen && (
        <OpenRequestDialog
          stage={stage}
          words={words}
          onWords={write}
          isPending={open.isPending}
          refusal={refusal}
          onClose={() => setOpen(false)}
          onSubmit={() => {
            const description = words.description.trim()
            const title = words.title.trim()
            open.mutate({ slug, stage, planHash, title, ...(description ? { description } : {}) })
          }}
        />
      )}
    </>
  )
}
