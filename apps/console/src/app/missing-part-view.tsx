import { Button, ErrorState } from '@penstock/ui'

/** Instead of a part of the console that is not there: a page that is loaded anew has it. */
export function MissingPart({ title, layout }: { title?: string; layout?: 'page' | 'inline' }) {
  return (
    <ErrorState
      title={title ?? 'This part of the console could not be loaded'}
      {...(layout ? { layout } : {})}
      action={<Button onPress={() => window.location.reload()}>Reload the page</Button>}
    >
      Penstock may have been updated while the page was open, or the network is down.
    </ErrorState>
  )
}
