import { useCallback, useState } from 'react'
import type { Fold } from '@penstock/diff/words'

/** Which folds of a list of changes are open. */
export function useFolds(): { open: ReadonlySet<string>; toggle: (fold: Fold) => void } {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback(
    ({ key }: Fold) =>
      setOpen((before) => {
        const after = new Set(before)
        if (!after.delete(key)) after.add(key)
        return after
      }),
    [],
  )
  return { open, toggle }
}
