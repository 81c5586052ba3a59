import { useCallback, useMemo, useRef } from 'react'

/**
 * Puts off what moves the page until a press is over: a button that is elsewhere when the pointer is lifted was not
 * pressed.
 */
export function usePress() {
  const isDown = useRef(false)
  const waiting = useRef<(() => void) | null>(null)
  const begin = useCallback(() => {
    isDown.current = true
    const end = () => {
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
      // The click comes right after the pointer is lifted.
      requestAnimationFrame(() => {
        isDown.current = false
        waiting.current?.()
        waiting.current = null
      })
    }
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
  }, [])
  const after = useCallback((act: () => void) => {
    if (isDown.current) waiting.current = act
    else act()
  }, [])
  return useMemo(() => ({ begin, after }), [begin, after])
}
