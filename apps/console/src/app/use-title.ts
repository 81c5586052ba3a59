import { useEffect } from 'react'

/** Sets the document's title: most specific part first. */
export function useTitle(...parts: readonly (string | undefined)[]): void {
  const title = [...parts.filter((part) => part !== undefined), 'Penstock'].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
