import { Button, ErrorState } from '@penstock/ui'
import { Component, type ReactNode } from 'react'

interface Props {
  children: ReactNode
}

interface State {
  error: Error | null
}

/**
 * What a reader sees when the page itself fails, most likely because a newer version of it was installed while it was
 * open and the old one's files are gone.
 */
export class FailureBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main className="min-h-dvh bg-bg pt-16">
        <h1 className="sr-only">API reference</h1>
        <ErrorState
          title="This page failed"
          action={<Button onPress={() => location.reload()}>Load it again</Button>}
        >
          {error.message}. A newer version may have been installed while it was open.
        </ErrorState>
      </main>
    )
  }
}
