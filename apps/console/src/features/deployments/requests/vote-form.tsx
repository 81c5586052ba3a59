import type { DeployRequestDetail } from '@penstock/server'
import { Button, TextField } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemView } from '../../../app/problem-view.tsx'
import { trpc } from '../../../app/trpc.ts'
import { onRequestAnswer } from './on-request-answer.ts'

/** Approves the plan that is on the screen, or asks for changes, with words. */
export function VoteForm({ slug, request }: { slug: string; request: DeployRequestDetail }) {
  const [words, setWords] = useState('')
  const { number, planHash } = request
  const answered = onRequestAnswer(slug)
  const vote = useMutation(
    trpc.deployRequests.vote.mutationOptions({
      onSuccess: (done) => {
        setWords('')
        answered(done)
      },
    }),
  )
  const say = (verdict: 'approve' | 'request-changes') =>
    vote.mutate({ slug, number, planHash, verdict, ...(words.trim() ? { words: words.trim() } : {}) })
  return (
    <div className="mt-3 flex flex-col gap-2">
      <TextField
        aria-label="What you think of it"
        placeholder="A few words (optional)"
        rows={2}
        value={words}
        onChange={setWords}
        maxLength={4000}
      />
      <div className="flex gap-2">
        <Button
          variant="primary"
          isPending={vote.isPending && vote.variables.verdict === 'approve'}
          onPress={() => say('approve')}
        >
          Approve
        </Button>
        <Button
          isPending={vote.isPending && vote.variables.verdict === 'request-changes'}
          onPress={() => say('request-changes')}
        >
          Ask for changes
        </Button>
      </div>
      {vote.error && <ProblemView error={vote.error} layout="inline" />}
    </div>
  )
}
