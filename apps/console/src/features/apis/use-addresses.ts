import { useEffect, useState } from 'react'

const none: readonly string[] = []

/** The addresses that a description names; none until what reads them is loaded, which takes a moment. */
export function useAddresses(document: string): readonly string[] {
  const [read, setRead] = useState<{ document: string; addresses: readonly string[] } | null>(null)
  useEffect(() => {
    if (document.trim() === '') return undefined
    let isOther = false
    import('./addresses-of-description.ts').then(
      ({ addressesOfDescription }) => {
        if (!isOther) setRead({ document, addresses: addressesOfDescription(document) })
      },
      // An address can be typed as well.
      () => undefined,
    )
    return () => {
      isOther = true
    }
  }, [document])
  return read?.document === document ? read.addresses : none
}
