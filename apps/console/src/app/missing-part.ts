const missing = new WeakSet<Error>()

// Vite tells of each module of ours that it could not load, with the error that its `import()` then throws.
window.addEventListener('vite:preloadError', ({ payload }) => missing.add(payload))

/**
 * Whether an error is that a part of the console could not be loaded: after an update of the server its parts have
 * other names, which a page that was open meanwhile does not know. A browser does not ask for it again before it
 * loads the page anew.
 */
export function isMissingPart(error: unknown): boolean {
  return error instanceof Error && missing.has(error)
}
