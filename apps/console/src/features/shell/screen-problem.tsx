import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ProblemView } from '../../app/problem-view.tsx'

/** Where a screen fails to load or to render, instead of it. */
export function ScreenProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <main className="px-6">
      <ProblemView
        error={error}
        onRetry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </main>
  )
}
