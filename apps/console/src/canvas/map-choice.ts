import { useState } from 'react'

const key = 'penstock.minimap'

/** Whether a person wants the minimap; remembered in this browser. */
export function useMapChoice(): readonly [boolean, (isShown: boolean) => void] {
  const [isShown, setShown] = useState(() => localStorage.getItem(key) !== 'hidden')
  const choose = (next: boolean) => {
    setShown(next)
    localStorage.setItem(key, next ? 'shown' : 'hidden')
  }
  return [isShown, choose]
}
