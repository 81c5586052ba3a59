import { expect, type Page } from '@playwright/test'

export const administrator = {
  name: 'Ada Admin',
  email: 'ada@example.com',
  password: 'correct horse battery staple',
}

/** Opens the one-time link, makes the first administrator and lands on the list of APIs. */
export async function setUpAdministrator(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Name').fill(administrator.name)
  await page.getByLabel('E-mail').fill(administrator.email)
  await page.getByLabel('Password').fill(administrator.password)
  await page.getByRole('button', { name: 'Create administrator' }).click()
  await expect(page).toHaveURL(/\/$/)
  await expect(page.getByRole('navigation', { name: 'Workspace' })).toBeVisible()
}
