import { Loading, ProgressBar } from '@penstock/ui'

/** While a screen's code or first data is on its way. */
export function ScreenLoading() {
  return (
    <Loading>
      <ProgressBar label="Loading" isBare />
    </Loading>
  )
}
