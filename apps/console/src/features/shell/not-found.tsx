import { buttonClass, EmptyState } from '@penstock/ui'
import { Link } from '@tanstack/react-router'
import { SearchX } from 'lucide-react'

export function NotFound() {
  return (
    <main>
      <EmptyState
        heading="h1"
        icon={<SearchX aria-hidden />}
        title="There is nothing at this address"
        action={
          <Link to="/" className={buttonClass('primary')}>
            All APIs
          </Link>
        }
      >
        The link may be old, or the API was removed.
      </EmptyState>
    </main>
  )
}
