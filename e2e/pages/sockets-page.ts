import { expect, type Locator } from '@playwright/test'
import { DrawingPage } from './drawing-page.ts'

/** The designer of a WebSocket API. */
export class SocketsPage extends DrawingPage {
  /** Makes a WebSocket API in the dialog of the list, and opens it. */
  async create(name: string) {
    await this.page.goto('/')
    await this.page
      .getByRole('button', { name: /^(New API|Start drawing)$/ })
      .first()
      .click()
    const dialog = this.page.getByRole('dialog', { name: 'New API' })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('textbox', { name: 'Slug' }).fill(this.slug)
    await dialog.getByRole('button', { name: /Type$/ }).click()
    await this.page.getByRole('option', { name: /^WebSocket/ }).click()
    await dialog.getByRole('button', { name: 'Create and draw' }).click()
    await expect(this.canvas).toBeVisible()
  }

  item(name: string): Locator {
    return this.palette.getByRole('button', { name, exact: true })
  }

  /** Adds a route from the palette and names it, which is asked for at once. */
  async addRoute(key: string) {
    await this.item('WebSocket route').click()
    const field = this.inspector.getByRole('textbox', { name: 'Route key' })
    const inPlace = this.nameField('Route key')
    const asked = inPlace.or(field).first()
    await asked.fill(key)
    await asked.press('Enter')
    await expect(this.node(key)).toBeVisible()
  }

  /** Answers a route with a new function that runs this code. */
  async answerWithFunction(route: string, code: string) {
    await this.selectNode(route)
    await this.item('Function').click()
    const editor = this.code()
    await expect(editor).toBeVisible()
    await editor.focus()
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.insertText(code)
  }
}
