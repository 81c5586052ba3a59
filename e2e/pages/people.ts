import type { PenstockProcess } from '@penstock/testkit'
import type { Browser, Page } from '@playwright/test'
import { AccountPage } from './account-page.ts'

export interface Person extends AsyncDisposable {
  readonly page: Page
}

/** Adds somebody as a member, and signs them in with a browser of their own. */
export async function addPerson(
  browser: Browser,
  penstock: PenstockProcess,
  administrator: Page,
  { name, email }: { name: string; email: string },
): Promise<Person> {
  const password = `the password of ${name}`
  await new AccountPage(administrator).addUser({ name, email, password })
  const context = await browser.newContext({
    baseURL: penstock.url,
    storageState: { cookies: [], origins: [] },
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await new AccountPage(page).signIn(email, password)
  return { page, [Symbol.asyncDispose]: () => context.close() }
}
