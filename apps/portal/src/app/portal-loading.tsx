import { Loading, Skeleton } from '@penstock/ui'

/** The page's own shape, while what it says is on its way. */
export function PortalLoading() {
  return (
    <Loading label="Loading the API">
      <div className="h-12 border-b border-line bg-surface" />
      <div className="grid lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="hidden flex-col gap-3 border-r border-line p-4 lg:flex">
          {Array.from({ length: 12 }, (_, index) => (
            <Skeleton key={index} className={index % 3 === 1 ? 'w-48' : 'w-60'} />
          ))}
        </div>
        <div className="flex flex-col gap-4 p-8">
          <Skeleton className="h-7 w-72" />
          <Skeleton className="w-96 max-w-full" />
          <Skeleton className="h-24 w-full max-w-2xl" />
        </div>
      </div>
    </Loading>
  )
}
