import type { Definition } from '@penstock/model'
import { useRef, useSyncExternalStore } from 'react'
import { useDesigner } from './designer-context.ts'

/**
 * Something computed from the definition; the same object until it means something else. Who uses it is drawn again
 * only then, and not for every character typed anywhere.
 */
export function useDerived<T>(compute: (definition: Definition) => T): T {
  const { editor } = useDesigner().session
  const cache = useRef<{ definition: Definition; compute: typeof compute; text: string; value: T } | null>(
    null,
  )
  return useSyncExternalStore(
    (listener) => editor.onChange(listener),
    () => {
      const { definition } = editor
      const known = cache.current
      if (known && known.definition === definition && known.compute === compute) return known.value
      const value = compute(definition)
      const text = JSON.stringify(value)
      const kept = known && known.text === text ? known.value : value
      cache.current = { definition, compute, text, value: kept }
      return kept
    },
  )
}
