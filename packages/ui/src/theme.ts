import { useSyncExternalStore } from 'react'

/** What the person chose; `system` follows the operating system. */
export type ThemeChoice = 'system' | 'light' | 'dark'
export type Theme = 'light' | 'dark'

const key = 'penstock.theme'
const listeners = new Set<() => void>()
let choice: ThemeChoice = readChoice()

function readChoice(): ThemeChoice {
  if (typeof localStorage === 'undefined') return 'system'
  const stored = localStorage.getItem(key)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

function systemQuery(): MediaQueryList | null {
  return typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)')
}

function resolved(): Theme {
  if (choice !== 'system') return choice
  return systemQuery()?.matches ? 'dark' : 'light'
}

function apply(): void {
  document.documentElement.dataset['theme'] = resolved()
  for (const listener of listeners) listener()
}

/** Puts the theme on the document and keeps following the system. Call once, before the first render. */
export function startTheme(): void {
  apply()
  systemQuery()?.addEventListener('change', apply)
}

export function setThemeChoice(next: ThemeChoice): void {
  choice = next
  if (next === 'system') localStorage.removeItem(key)
  else localStorage.setItem(key, next)
  apply()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The chosen and the resulting theme; renders again when either changes. */
export function useTheme(): { choice: ThemeChoice; theme: Theme } {
  const chosen = useSyncExternalStore(subscribe, () => choice)
  const theme = useSyncExternalStore(subscribe, resolved)
  return { choice: chosen, theme }
}
