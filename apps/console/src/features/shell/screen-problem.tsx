import { type ErrorComponentProps, useMatch, useRouter } from '@tanstack/react-router'
import { MissingPart } from '../../app/missing-part-view.tsx'
import { isMissingPart } from '../../app/missing-part.ts'
import { ProblemView } from '../../app/problem-view.tsx'

/** Where a screen fails to load or to render, instead of it. */
export function ScreenProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  // The frame of an API is the page's main part already; other screens bring their own, and are not there.
  const frame = useMatch({ from: '/inside/apis/$slug', shouldThrow: false })
  const Part = frame ? 'div' : 'main'
  return (
    <Part className="px-6">
      <h1 className="sr-only">Something went wrong</h1>
      {isMissingPart(error) ? (
        <MissingPart />
      ) : (
        <ProblemView
          error={error}
          onRetry={() => {
            reset()
            void router.invalidate()
          }}
        />
      )}
    </Part>
  )
}
