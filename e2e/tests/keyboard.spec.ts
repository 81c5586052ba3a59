import { echoUpstream } from '@penstock/testkit/upstreams'
import { expect, test } from '../fixtures.ts'
import { DesignerPage } from '../pages/designer-page.ts'
import { KeyboardUser } from '../pages/keyboard-user.ts'
import { ProblemsPanel } from '../pages/problems-panel.ts'
import { ReviewPage } from '../pages/review-page.ts'
import { StageStrip } from '../pages/stage-strip.ts'

test('an API is built from nothing, reviewed, deployed and called, and no other key than those of the keyboard is pressed', async ({
  page,
  penstock,
}) => {
  await using backend = await echoUpstream()
  const user = await KeyboardUser.at(page)
  const slug = 'by-keyboard'
  const designer = new DesignerPage(page, slug)
  const review = new ReviewPage(page, slug)
  const strip = new StageStrip(page)
  const { inspector } = designer
  const heading = inspector.getByRole('heading', { level: 2 })
  const adding = page.getByRole('dialog', { name: /^(Add to|Answer)/ })
  const add = (item: RegExp) => user.use(adding.getByRole('button', { name: item }), 'ArrowDown')
  const call = async (method: string, path: string, body?: string) => {
    const answer = await fetch(`${penstock.gatewayUrl}/${slug}/prod${path}`, { method, body: body ?? null })
    return { status: answer.status, text: await answer.text() }
  }

  await test.step('a new API, from the list', async () => {
    await page.goto('/')
    await user.use(page.getByRole('button', { name: /^(New API|Start drawing)$/ }))
    await expect(page.getByRole('dialog', { name: 'New API' }).getByLabel('Name')).toBeFocused()
    await user.type('By keyboard')
    await user.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/apis/${slug}/design`))
    await expect(designer.emptyCard).toBeVisible()
  })

  await test.step('its first path, past everything that is above the canvas', async () => {
    await user.use(page.getByRole('link', { name: 'Skip to the content' }))
    await user.use(page.getByRole('button', { name: 'Add a resource' }))
    await expect(designer.field('Path part')).toBeFocused()
    await user.type('/rides/{id}')
    await user.press('Enter')
    await expect(designer.node('/{id}')).toBeVisible()
    await user.press('Escape')
    await expect(designer.canvas).toBeFocused()
  })

  await test.step('methods on the canvas: Tab adds, arrows walk', async () => {
    await user.press('Tab')
    await add(/^Method/)
    await expect(designer.field('Operation id')).toBeFocused()
    await user.type('getRide')
    await user.press('Enter', 'Escape', 'ArrowLeft', 'ArrowLeft')
    await expect(heading).toHaveText('/rides')
    await user.press('Tab')
    await add(/^Method/)
    await user.type('bookRide')
    await user.press('Enter')
    await user.choose(inspector.getByRole('button', { name: /Verb$/ }), 'POST', 'Shift+Tab')
    await expect(designer.line('POST bookRide')).toBeVisible()
  })

  await test.step('one is answered by a service', async () => {
    await user.use(inspector.getByRole('button', { name: 'Answer with something new' }))
    await add(/^HTTP service/)
    await expect(designer.field('Base URL')).toBeFocused()
    await user.type(backend.url)
    await user.press('Escape')
    await expect(designer.canvas).toBeFocused()
  })

  /** Finds an operation in the outline and goes from there to its node on the canvas. */
  const find = async (operation: string) => {
    await user.press('/')
    await user.retype(operation)
    await user.press('ArrowDown')
    await expect(heading).toHaveText(operation)
    await user.press('Enter', 'Escape')
    await expect(designer.canvas).toBeFocused()
  }

  await test.step('the other by a mock whose answer is typed', async () => {
    await find('getRide')
    await user.press('Tab')
    await add(/^Mock/)
    await user.goTo(designer.field('Status'))
    await user.retype('203')
    await user.goTo(inspector.getByRole('group', { name: 'Body' }).getByRole('textbox'))
    await user.retype('A ride from the mock')
    await user.press('Escape')
    await expect(designer.canvas).toBeFocused()
  })

  await test.step('an authorizer stands before a third', async () => {
    await find('getRide')
    await user.press('ArrowLeft', 'Tab')
    await add(/^Method/)
    await user.type('cancelRide')
    await user.press('Enter')
    await user.choose(inspector.getByRole('button', { name: /Verb$/ }), 'DELETE', 'Shift+Tab')
    await user.choose(inspector.getByRole('button', { name: /Authorizer$/ }), 'New authorizer…')
    await expect(designer.field('Name')).toBeFocused()
    await user.type('people')
    await user.press('Enter')
    await user.choose(inspector.getByRole('button', { name: /Who decides$/ }), 'JSON Web Token')
    await user.goTo(designer.field('Issuer'))
    await user.type('https://people.example')
    await user.press('Enter', 'Escape')
    await expect(designer.canvas).toBeFocused()
  })

  await test.step('fields are edited, and undone and redone from within them', async () => {
    await find('bookRide')
    await user.press('Enter')
    await user.goTo(designer.field('Summary'))
    await user.type('Book a ride')
    await user.goTo(designer.field('Description'))
    await user.type('At once')
    await user.press('ControlOrMeta+z')
    await expect(designer.field('Description')).toHaveValue('')
    await user.press('ControlOrMeta+z')
    await expect(designer.field('Summary')).toHaveValue('')
    await user.press('ControlOrMeta+Shift+z')
    await expect(designer.field('Summary')).toHaveValue('Book a ride')
    await user.press('Escape')
  })

  await test.step('problems are listed, what has one right answer is fixed, and F8 leads to the field of the next', async () => {
    // With nothing selected it belongs to the API, and no method uses it.
    await user.press('Escape')
    await user.command('Add validator')
    await expect(designer.field('Name')).toBeFocused()
    await user.press('Escape')
    const problems = new ProblemsPanel(page)
    // Where it leads is what is first by then.
    await problems.expectFound(/^1 problem, 3 hints/)
    await user.command('Show problems')
    await expect(problems.lines.first()).toBeFocused()
    await user.use(problems.line('validator').getByRole('button', { name: 'Fix: Delete it' }))
    await expect(problems.line('validator')).toHaveCount(0)
    await user.press('F8')
    await expect(heading).toHaveText('cancelRide')
    await expect(inspector.getByRole('button', { name: /Authorizer$/ })).toBeFocused()
    await user.command('Show problems')
    await expect(problems.list).toBeHidden()
    await expect(designer.canvas).toBeFocused()
  })

  await test.step('the review is two keys away; the first one names the stage', async () => {
    await designer.expectSaved()
    await user.press('g', 'r')
    await expect(page.getByRole('textbox', { name: 'Stage' })).toBeFocused()
    await user.press('Enter')
    await review.expectSentence(/^\d+ changes to prod/)
  })

  await test.step('j and k walk the changes, t shows the text; then exactly this is deployed', async () => {
    const open = review.changes.getByRole('button', { expanded: true })
    await user.press('j')
    await expect(open.first()).toContainText('Add POST /rides')
    await user.press('j')
    await expect(open.first()).toContainText('Add GET /rides/{id}')
    await user.press('k')
    await expect(open.first()).toContainText('Add POST /rides')
    await user.press('t')
    await expect(page.locator('.monaco-editor').first()).toBeVisible()
    await user.press('t')
    await expect(review.graph).toBeVisible()
    await user.press('ControlOrMeta+Enter')
    await strip.expectVersion('prod', 1)
    await strip.expectStaged('prod', 0)
  })

  await test.step('callers get it', async () => {
    const booked = await call('POST', '/rides', '{"to":"the sea"}')
    expect(booked.status).toBe(200)
    expect(JSON.parse(booked.text)).toMatchObject({ method: 'POST', body: '{"to":"the sea"}' })
    expect(await call('GET', '/rides/5')).toEqual({ status: 203, text: 'A ride from the mock' })
    // An authorizer that this gateway does not run refuses.
    expect((await call('DELETE', '/rides/5')).status).toBeGreaterThanOrEqual(400)
  })

  await test.step('a change that breaks callers is acknowledged with a reason, and deployed without another question', async () => {
    await user.press('g', 'd')
    await expect(designer.canvas).toBeVisible()
    await find('getRide')
    await user.press('Delete')
    await expect(designer.node('getRide')).toHaveCount(0)
    await strip.expectStaged('prod', 1)
    await user.press('g', 'r')
    await review.expectSentence(/^1 change to prod: 1 breaking/)
    await user.press('j', 'a')
    const dialog = page.getByRole('dialog', { name: 'Acknowledge the change' })
    await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused()
    await user.type('Nobody has called it yet')
    await user.use(dialog.getByRole('button', { name: 'Acknowledge the change' }))
    await expect(review.changes.getByText('“Nobody has called it yet”')).toBeVisible()
    await user.press('ControlOrMeta+Enter')
    await strip.expectVersion('prod', 2)
    expect((await call('GET', '/rides/5')).status).toBe(405)
    expect((await call('POST', '/rides', '{}')).status).toBe(200)
  })
  user.expectKeysOnly()
})
