import { Button, buttonClass, EmptyState } from '@penstock/ui'
import { FileQuestion, LockKeyhole } from 'lucide-react'
import { useEffect } from 'react'
import { ProblemNote } from '../parts/problem-note.tsx'
import { type Place, writePlace } from './place.ts'
import { PortalProblem } from './portal-problem.ts'

export interface OutsideProps {
  error: Error
  place: Place
  onRetry: () => void
}

/** What a reader sees whom the portal cannot let in: why, and what to do. */
export function Outside({ error, place, onRetry }: OutsideProps) {
  const code = error instanceof PortalProblem ? error.code : null
  useEffect(() => {
    document.title = code === 'UNAUTHENTICATED' ? 'Sign in · API reference' : 'API reference'
  }, [code])
  return (
    <main className="min-h-dvh bg-bg pt-16">
      <h1 className="sr-only">API reference</h1>
      {code === 'UNAUTHENTICATED' ? (
        <EmptyState
          icon={<LockKeyhole aria-hidden />}
          title="Sign in to read this API's reference"
          action={
            <a
              href={`/sign-in?next=${encodeURIComponent(writePlace(place))}`}
              className={buttonClass('primary', 'lg')}
            >
              Sign in
            </a>
          }
        >
          It is for people with an account here. You come back to this page afterwards.
        </EmptyState>
      ) : code === 'NOT_FOUND' ? (
        <EmptyState
          icon={<FileQuestion aria-hidden />}
          title="There is no API reference at this address"
          action={<Button onPress={onRetry}>Look again</Button>}
        >
          {`${error.message} `}
          Check the address. If it is right, the API may not be deployed yet, or its owner has switched the
          portal off.
        </EmptyState>
      ) : (
        <ProblemNote error={error} layout="page" action={<Button onPress={onRetry}>Try again</Button>} />
      )}
    </main>
  )
}
