import { expect, test } from '../fixtures.ts'
import { AccountPage } from '../pages/account-page.ts'
import { administrator } from '../pages/setup-page.ts'

const member = { name: 'Bob Builder', email: 'bob@example.com', password: 'the password of bob' }
const byReset = 'chosen with the link'

test('an account from being added to being removed', async ({
  page,
  browser,
  penstock,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=accounts&mode=overwrite', {
    openapi: '3.1.0',
    info: { title: 'Accounts', version: '1' },
    paths: {},
  })
  const account = new AccountPage(page)
  await account.addUser(member)

  await test.step('signing out and in as somebody else leaves no error in the console', async () => {
    // A session of its own: signing out ends it, and others of this worker share the fixture's.
    const context = await browser.newContext({
      baseURL: penstock.url,
      storageState: { cookies: [], origins: [] },
    })
    const errors: string[] = []
    context.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
    })
    context.on('weberror', (error) => void errors.push(error.error().message))
    const own = new AccountPage(await context.newPage())
    await own.page.goto('/apis/accounts/design')
    const told = own.page.waitForResponse(/presence\.show/)
    await own.signIn(administrator.email, administrator.password)
    await expect(own.page).toHaveURL(/accounts\/design/)
    await own.page.getByRole('main').waitFor()
    // Nobody signs out before the page has said that they are there; what is under way would be refused.
    await told
    await own.signOut()
    await own.signIn(member.email, member.password)
    await own.page.getByRole('button', { name: 'Account: Bob Builder' }).waitFor()
    expect(errors).toEqual([])
    await context.close()
  })

  const context = await browser.newContext({
    baseURL: penstock.url,
    storageState: { cookies: [], origins: [] },
  })
  const bob = new AccountPage(await context.newPage())
  await bob.page.goto('/sign-in')
  await bob.signIn(member.email, member.password)

  await test.step('a member is not offered what a member may not, and a link there says who may', async () => {
    const rail = bob.page.getByRole('navigation', { name: 'Workspace' })
    await expect(rail.getByRole('link', { name: 'API tokens' })).toBeVisible()
    await expect(rail.getByRole('link', { name: 'Users' })).toHaveCount(0)
    await bob.page.goto('/users')
    await expect(bob.page.getByRole('heading', { name: 'Administrators manage the users' })).toBeVisible()
    await expect(bob.page.getByText(administrator.email)).toBeVisible()
    await accessible(bob.page, 'the refusal')
  })

  await test.step('a password is changed by whose it is', async () => {
    await bob.changePassword(member.password, 'a password of my own')
    await accessible(bob.page, 'the account')
  })

  await test.step('an administrator makes a link that sets a new one, and it works once', async () => {
    const link = await account.resetLink(member.email)
    await bob.page.goto(link)
    await bob.page.getByLabel('New password').fill(byReset)
    await accessible(bob.page, 'choosing a new password')
    await bob.page.getByRole('button', { name: 'Set the password and sign in' }).click()
    await expect(bob.page).toHaveURL(/\/$/)
    await bob.signOut()
    await bob.page.goto(link)
    await bob.page.getByLabel('New password').fill('once more, with the link')
    await bob.page.getByRole('button', { name: 'Set the password and sign in' }).click()
    await expect(bob.page.getByText('This link has been used or has expired')).toBeVisible()
    await bob.page.goto('/sign-in')
    await bob.signIn(member.email, byReset)
  })

  await test.step('a role changes what is offered, without a reload', async () => {
    await account.choose(member.email, 'Make administrator')
    await page.getByRole('dialog').getByRole('button', { name: 'Make Bob Builder an administrator' }).click()
    await expect(account.userRow(member.email)).toContainText('Administrator')
    const rail = bob.page.getByRole('navigation', { name: 'Workspace' })
    await expect(rail.getByRole('link', { name: 'Users' })).toBeVisible()
  })

  await test.step('the activity tells all of it in sentences, without a reload', async () => {
    const log = bob.page.getByRole('list', { name: 'Activity' })
    await bob.page.goto('/activity')
    await expect(log).toContainText('Bob Builder changed their password')
    await expect(log).toContainText(`Ada Admin made a reset link for ${member.email}`)
    await expect(log).toContainText(`made ${member.email} an administrator`)
    await rest('POST', '/api/v1/tokens', { name: 'made while Bob looks' })
    await expect(log).toContainText('made the API token made while Bob looks')
    await bob.page.getByRole('button', { name: 'Details' }).first().click()
    await accessible(bob.page, 'the activity with details')
  })

  await test.step('who is removed is signed out', async () => {
    await account.choose(member.email, 'Remove')
    await page.getByRole('dialog').getByRole('button', { name: 'Remove Bob Builder' }).click()
    await expect(account.userRow(member.email)).toHaveCount(0)
    // His page leaves by itself, and there is no way back.
    await expect(bob.page).toHaveURL(/\/sign-in\?next=/)
    await bob.page.goto('/')
    await expect(bob.page).toHaveURL(/\/sign-in/)
  })
  await context.close()
})
