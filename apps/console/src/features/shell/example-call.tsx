import { CodeBlock, Skeleton } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../app/trpc.ts'

/** The command that calls what a stage answers, to copy; nothing where no method is there to be called. */
export function ExampleCall({ slug, stage }: { slug: string; stage: string }) {
  const call = useQuery(trpc.stages.example.queryOptions({ slug, stage }))
  if (call.isPending) return <Skeleton className="h-9 w-full" />
  if (!call.data) return null
  return <CodeBlock label={`curl command for ${stage}`} code={call.data.curl} isWrapped />
}
