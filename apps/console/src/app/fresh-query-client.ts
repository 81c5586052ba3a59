import { type InvalidateOptions, type InvalidateQueryFilters, QueryClient } from '@tanstack/react-query'

/**
 * A client of which nothing stays out of date that was said to be. TanStack Query takes the answer of a question that is asked for
 * the first time for one that came after whatever was said meanwhile, and does not ask again; it may have been made before.
 */
export class FreshQueryClient extends QueryClient {
  override async invalidateQueries(
    filters: InvalidateQueryFilters = {},
    options: InvalidateOptions = {},
  ): Promise<void> {
    const first = this.getQueryCache()
      .findAll({ ...filters, fetchStatus: 'fetching' })
      .filter(({ state }) => state.data === undefined)
    const again = first.map(async ({ queryKey, promise }) => {
      // What fails says so, and is asked again by whoever asked.
      const isAnswered = await promise?.then(
        () => true,
        () => false,
      )
      const { refetchType } = filters
      if (isAnswered === true)
        await super.invalidateQueries({ queryKey, exact: true, ...(refetchType && { refetchType }) }, options)
    })
    await Promise.all([super.invalidateQueries(filters, options), ...again])
  }
}
