import { expect, type Page } from '@playwright/test'

/** Signing in and out, one's own account, and the accounts of others. */
export class AccountPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email)
    await this.page.getByLabel('Password').fill(password)
    await this.page.getByRole('button', { name: 'Sign in' }).click()
    await expect(this.page.getByRole('navigation', { name: 'Workspace' })).toBeVisible()
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^Account:/ }).click()
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(this.page).toHaveURL(/\/sign-in$/)
  }

  async changePassword(current: string, next: string): Promise<void> {
    await this.page.goto('/account')
    await this.page.getByLabel('Current password').fill(current)
    await this.page.getByLabel('New password').fill(next)
    await this.page.getByRole('button', { name: 'Change the password' }).click()
    await expect(this.page.getByText('Your password is changed')).toBeVisible()
  }

  async addUser(user: { name: string; email: string; password: string }): Promise<void> {
    await this.page.goto('/users')
    await this.page.getByRole('button', { name: 'Add user' }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByLabel('Name').fill(user.name)
    await dialog.getByLabel('E-mail').fill(user.email)
    await dialog.getByLabel('Password').fill(user.password)
    await dialog.getByRole('button', { name: 'Add user' }).click()
    await expect(this.userRow(user.email)).toBeVisible()
  }

  userRow(email: string) {
    return this.page.getByRole('row').filter({ hasText: email })
  }

  async choose(email: string, action: string): Promise<void> {
    await this.userRow(email)
      .getByRole('button', { name: /^Actions for/ })
      .click()
    await this.page.getByRole('menuitem', { name: action, exact: true }).click()
  }

  /** Makes a link that sets a new password. */
  async resetLink(email: string): Promise<string> {
    await this.choose(email, 'Reset password')
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Make a reset link' }).click()
    const link = await dialog.getByText('/reset-password#token=').innerText()
    await dialog.getByRole('button', { name: 'I have copied it' }).click()
    return link.trim()
  }
}
