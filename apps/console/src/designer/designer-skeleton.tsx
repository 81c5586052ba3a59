import { Loading, Skeleton } from '@penstock/ui'

/** The panes of the designer while the draft is on its way. */
export function DesignerSkeleton() {
  return (
    <Loading label="Loading the designer">
      <div className="flex gap-10 p-10">
        {[3, 8, 12].map((count) => (
          <div key={count} className="flex flex-col gap-3">
            {Array.from({ length: count }, (_, index) => (
              <Skeleton key={index} className="h-11 w-50" />
            ))}
          </div>
        ))}
      </div>
    </Loading>
  )
}
