const focusable = 'input:not([type=hidden]), textarea, button, select, [contenteditable=true], [tabindex="0"]'

/**
 * Puts the focus into the field of a form that edits this part of a record, or the nearest that holds it; whatever is
 * folded around it opens. Answers whether there was one.
 */
export function focusField(form: HTMLElement, path: readonly (string | number)[]): boolean {
  const place = placeOf(form, path)
  if (!place) return false
  for (let at = place.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
    at.open = true
  const targets = [...place.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => !element.hasAttribute('disabled') && element.getClientRects().length > 0,
  )
  // What is there is mended before something is added: a heading's button comes before the fields under it.
  const target = targets.find((element) => element.matches('input, textarea')) ?? targets[0]
  if (!target) return false
  target.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
  return true
}

/** From the whole path to its beginning: what has no field of its own is edited in one that holds it. */
function placeOf(form: HTMLElement, path: readonly (string | number)[]): HTMLElement | null {
  for (let length = path.length; length > 0; length--) {
    const wanted = path.slice(0, length).join('.')
    const place = form.querySelector<HTMLElement>(`[data-field~="${CSS.escape(wanted)}"]`)
    if (place) return place
  }
  return null
}
