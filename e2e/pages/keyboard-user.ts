import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than any screen has. */
const farthest = 120

/**
 * Somebody who has only a keyboard. What else happens to the page is written down: a pointer that is pressed, moved onto
 * or turned, and text that came into a field without a key. `expectKeysOnly` holds the whole story to that.
 */
export class KeyboardUser {
  readonly page: Page
  readonly #other: string[] = []

  private constructor(page: Page) {
    this.page = page
  }

  static async at(page: Page): Promise<KeyboardUser> {
    const user = new KeyboardUser(page)
    await page.exposeFunction('notByKeyboard', (what: string) => void user.#other.push(what))
    await page.addInitScript(watchInput)
    return user
  }

  expectKeysOnly() {
    expect(this.#other, 'what was done without the keyboard').toEqual([])
  }

  async press(...keys: readonly string[]) {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Types into what has the keyboard. */
  async type(text: string) {
    await this.page.keyboard.type(text)
  }

  /** Puts this text in place of what is in the field. */
  async retype(text: string) {
    await this.press('ControlOrMeta+a')
    await this.type(text)
  }

  /** Goes on with a key until something has the keyboard. */
  async goTo(target: Locator, key = 'Tab') {
    // What closes meanwhile gives the keyboard back to where it came from: then on from there.
    await expect(async () => {
      for (let steps = 0; steps < farthest && !(await this.#isAt(target)); steps++) await this.press(key)
      await expect(target).toBeFocused({ timeout: 1000 })
    }).toPass()
  }

  /** Goes to a button, a box or a switch and presses it. */
  async use(target: Locator, key = 'Tab') {
    await this.goTo(target, key)
    await this.press('Enter')
  }

  /** Opens a select and takes one of its options. */
  async choose(select: Locator, option: string | RegExp, key = 'Tab') {
    await this.use(select, key)
    await this.use(this.page.getByRole('option', { name: option }), 'ArrowDown')
    await expect(this.page.getByRole('listbox')).toHaveCount(0)
    // What closes gives the keyboard back a moment later.
    await expect(this.page.locator(':focus')).toHaveCount(1)
  }

  /** Runs a command by its name. */
  async command(name: string) {
    await this.press('ControlOrMeta+k')
    const palette = this.page.getByRole('dialog', { name: 'Command palette' })
    await expect(palette.getByRole('searchbox')).toBeFocused()
    await this.type(name)
    await expect(palette.getByRole('menuitem', { name }).first()).toHaveAttribute('data-focused', 'true')
    await this.press('Enter')
    await expect(palette).toBeHidden()
  }

  async #isAt(target: Locator): Promise<boolean> {
    return (await target.and(this.page.locator(':focus')).count()) > 0
  }
}

declare global {
  interface Window {
    notByKeyboard?: (what: string) => void
  }
}

function watchInput(): void {
  const held = new Set<string>()
  const tell = ({ type, target }: Event) =>
    window.notByKeyboard?.(
      `${type} on ${target instanceof Element ? target.outerHTML.slice(0, 200) : 'page'}`,
    )
  for (const type of ['pointerdown', 'mousedown', 'touchstart', 'wheel', 'dragstart'])
    window.addEventListener(type, (event) => event.isTrusted && tell(event), { capture: true, passive: true })
  // A key that presses a button makes a click as well, one that no pointer counted.
  window.addEventListener('click', (event) => event.isTrusted && event.detail > 0 && tell(event), true)
  window.addEventListener('keydown', ({ code }) => held.add(code), true)
  window.addEventListener('keyup', ({ code }) => held.delete(code), true)
  window.addEventListener('input', (event) => event.isTrusted && held.size === 0 && tell(event), true)
}
