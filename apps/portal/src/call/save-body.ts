import type { TriedView } from '@penstock/server'

/** Hands a body that is not text to the reader as a file. */
export function saveBody({ body, headers }: Pick<TriedView, 'body' | 'headers'>): void {
  const bytes = Uint8Array.from(atob(body), (character) => character.codePointAt(0)!)
  const type =
    headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'application/octet-stream'
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'body'
  link.click()
  URL.revokeObjectURL(url)
}
