import { expect, test } from '../fixtures.ts'
import { AccountPage } from '../pages/account-page.ts'
import { HistoryPage } from '../pages/history-page.ts'
import { addPerson } from '../pages/people.ts'
import { RequestPage } from '../pages/request-page.ts'
import { ReviewPage } from '../pages/review-page.ts'
import { administrator } from '../pages/setup-page.ts'
import { StageStrip } from '../pages/stage-strip.ts'

const grace = { name: 'Grace Hopper', email: 'grace@example.com', password: 'the password of grace' }
const responses = { 200: { description: 'OK' } }

/** `GET /boats`, and what else of it there shall be. */
function boats(more: Record<string, unknown> = {}) {
  return {
    openapi: '3.1.0',
    info: { title: 'Boats', version: '1.0.0' },
    paths: { '/boats': { get: { operationId: 'listBoats', responses }, ...more } },
  }
}

test('a deploy request between two people: comment, stale, rebase, approve, deploy, revert', async ({
  page,
  browser,
  penstock,
  rest,
  accessible,
}) => {
  const write = (paths: Record<string, unknown>, mode = 'overwrite') =>
    rest('POST', `/api/v1/apis?slug=boats&mode=${mode}`, boats(paths))
  await write({}, 'create')
  await rest('POST', '/api/v1/apis/boats/stages/prod/deployments', {})
  await write({ post: { operationId: 'createBoat', responses } })
  await new AccountPage(page).addUser(grace)
  const context = await browser.newContext({
    baseURL: penstock.url,
    storageState: { cookies: [], origins: [] },
  })
  const other = new AccountPage(await context.newPage())
  await other.page.goto('/sign-in')
  await other.signIn(grace.email, grace.password)

  const mine = new RequestPage(page, 'boats')
  const theirs = new RequestPage(other.page, 'boats')
  const strip = new StageStrip(page)

  await test.step('a stage is set to ask one other person, at once', async () => {
    await page.goto('/apis/boats/settings?section=stages')
    await page.getByRole('button', { name: /Who approves deployments to prod/ }).click()
    await page.getByRole('option', { name: 'One other person' }).click()
    await expect(
      page.getByText('Deploying needs a deploy request that somebody else approves.'),
    ).toBeVisible()
    await expect(page.getByText('takes effect at once').first()).toBeVisible()
    await accessible(page, 'the settings of stages')
  })

  await test.step('the review of that stage opens a request instead of deploying', async () => {
    await other.page.goto('/apis/boats/design')
    await page.goto('/apis/boats/review?stage=prod')
    await expect(page.getByRole('button', { name: /^Deploy / })).toHaveCount(0)
    await mine.openFromReview('prod', 'Accept new boats')
    await mine.expectState('open')
    await expect(mine.approvals).toContainText('0 of 1 given')
    await expect(mine.approvals).toContainText('somebody else approves it')
    await expect(mine.button(/^Deploy 1 change to prod/)).toBeDisabled()
    await accessible(page, 'a deploy request')
  })

  await test.step('somebody else is told of it wherever they are in that API, and whoever opened it is not', async () => {
    await expect(theirs.tab).toHaveAccessibleName('Deployments, 1 request waits for your approval')
    await expect(mine.tab).toHaveAccessibleName('Deployments')
    await accessible(other.page, 'a request that waits')
  })

  await test.step('somebody else finds it and comments on a change, which is seen at once', async () => {
    await theirs.openFromList('Accept new boats')
    await theirs.selectChange('Add POST /boats')
    await expect(theirs.node('createBoat')).toBeVisible()
    await theirs.comment('Who may create one?')
    await expect(mine.commentSaying('Who may create one?')).toContainText('Add POST /boats')
    await expect(mine.discussion).toContainText('1 unresolved')
    await expect(
      mine.changes.getByRole('button', { name: /Add POST \/boats.*1 comment · 1 unresolved/ }),
    ).toBeVisible()
  })

  await test.step('whoever is asked answers in the thread, by keyboard, and either of them resolves it', async () => {
    const asked = mine.commentSaying('Who may create one?')
    await asked.getByRole('button', { name: 'Reply' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Everybody, for now.')
    await page.keyboard.press('ControlOrMeta+Enter')
    const answer = theirs.commentSaying('Who may create one?').getByRole('article').last()
    await expect(answer).toContainText('Everybody, for now.')
    // The keys went to the comment: nothing was deployed.
    await mine.expectState('open')
    await expect(asked.getByRole('button', { name: 'Reply' })).toBeFocused()
    await accessible(page, 'a thread of comments')
    // Only its author changes a comment; anybody says that a thread is done with.
    await expect(asked.getByRole('button', { name: 'Edit' })).toHaveCount(1)
    await asked.getByRole('button', { name: 'Resolve' }).focus()
    await page.keyboard.press('Enter')
    const folded = asked.getByRole('button', { name: /^Resolved by/ })
    await expect(folded).toBeFocused()
    await expect(folded).toHaveAttribute('aria-expanded', 'false')
    await expect(mine.discussion).not.toContainText('unresolved')
    const resolved = theirs.commentSaying('Who may create one?')
    await resolved.getByRole('button', { name: `Resolved by ${administrator.name}` }).click()
    await accessible(other.page, 'a thread that is resolved')
    await resolved.getByRole('button', { name: 'Reopen' }).click()
    await expect(asked.getByRole('button', { name: 'Resolve' })).toBeVisible()
    await mine.openFromList('Accept new boats', '2 comments · 1 unresolved')
  })

  await test.step('its author deletes a comment, and what others answered stays', async () => {
    const question = theirs.commentSaying('Everybody, for now.')
    await question.getByRole('button', { name: 'Delete' }).click()
    await theirs.button('Delete comment').click()
    await expect(question).toContainText(`${grace.name} deleted this comment.`)
    await expect(theirs.discussion.getByRole('heading')).toBeFocused()
    const answer = mine.commentSaying('Everybody, for now.')
    await expect(answer).toContainText('deleted this comment')
    await expect(answer.getByRole('link', { name: 'Add POST /boats' })).toBeVisible()
  })

  await test.step('when what is live moves, the request is stale for both, and is planned again', async () => {
    await rest('PUT', '/api/v1/apis/boats/stages/prod', { requiredApprovals: 0 })
    await write({ put: { operationId: 'replaceBoat', responses } })
    await rest('POST', '/api/v1/apis/boats/stages/prod/deployments', {})
    await rest('PUT', '/api/v1/apis/boats/stages/prod', { requiredApprovals: 1 })
    await mine.expectState('stale')
    await theirs.expectState('stale')
    await write({
      put: { operationId: 'replaceBoat', responses },
      post: { operationId: 'createBoat', responses },
    })
    await mine.button('Rebase on what is live').click()
    await mine.expectState('open')
    await expect(page.getByText('· on v2')).toBeVisible()
  })

  await test.step('what is approved is deployed, and not what the draft has become since', async () => {
    // What they approve is what they see: the plan on its new base.
    await theirs.expectState('open')
    await expect(theirs.page.getByText('· on v2')).toBeVisible()
    await expect(theirs.tab).toHaveAccessibleName('Deployments, 1 request waits for your approval')
    await theirs.approve('Good.')
    await mine.expectState('approved')
    await expect(theirs.tab).toHaveAccessibleName('Deployments')
    await write({
      put: { operationId: 'replaceBoat', responses },
      post: { operationId: 'createBoat', responses },
      delete: { operationId: 'sinkBoats', responses },
    })
    await expect(page.getByText('The draft has moved on since.')).toBeVisible()
    await mine.button('Deploy 1 change to prod').click()
    await strip.expectVersion('prod', 3)
    await mine.expectState('deployed')
    await theirs.expectState('deployed')
    await strip.expectStaged('prod', 1)
  })

  await test.step('one click puts back what was live before', async () => {
    await accessible(page, 'a deploy request that can be reverted')
    await mine.button('Revert to v2').click()
    await strip.expectVersion('prod', 4)
    await theirs.expectState('reverted')
    await page.goto('/activity')
    await expect(page.getByText('reverted deploy request 1 (Accept new boats)')).toBeVisible()
  })

  await test.step('a request is scheduled, and the server deploys it when its time has come', async () => {
    await mine.openFromReview('prod', 'At night')
    await other.page.goto('/apis/boats/deployments/requests/2')
    await theirs.approve('Fine.')
    await mine.button('Schedule').click()
    await accessible(page, 'choosing a time')
    await page.getByRole('dialog').getByRole('button', { name: 'Schedule' }).click()
    await mine.expectState('scheduled')
    await mine.button('Take it from the queue').click()
    await mine.expectState('approved')
    const at = new Date(Date.now() + 2000).toISOString()
    await rest('PUT', '/api/v1/apis/boats/deploy-requests/2/schedule', { at })
    await mine.expectState('deployed')
    await strip.expectVersion('prod', 5)
    await mine.button('Skip revert').click()
    await expect(mine.button('Skip revert')).toBeHidden()
  })
  await context.close()
})

test('a stage deploys one request at a time: the next waits in line while the last can be reverted', async ({
  page,
  rest,
  accessible,
}) => {
  const write = (paths: Record<string, unknown>, mode = 'overwrite') =>
    rest('POST', `/api/v1/apis?slug=ferries&mode=${mode}`, boats(paths))
  const post = { post: { operationId: 'createBoat', responses } }
  const put = { put: { operationId: 'replaceBoat', responses } }
  const request = new RequestPage(page, 'ferries')
  const strip = new StageStrip(page)
  await write({}, 'create')
  await rest('POST', '/api/v1/apis/ferries/stages/prod/deployments', {})

  await test.step('the first is deployed at once, and can be reverted', async () => {
    await write(post)
    await request.openFromReview('prod', 'Create boats', 'ask')
    await request.button('Deploy 1 change to prod').click()
    await request.expectState('deployed')
    await strip.expectVersion('prod', 2)
    await expect(request.button('Revert to v1')).toBeVisible()
  })

  await test.step('the second is put in line and says what it waits for', async () => {
    await write({ ...post, ...put })
    await request.openFromReview('prod', 'Replace boats', 'ask')
    await request.button('Deploy 1 change to prod').click()
    await request.expectState('next in line')
    await expect(
      page.getByText('it is deployed once nobody can revert what is live on prod any more'),
    ).toBeVisible()
    await strip.expectVersion('prod', 2)
    await accessible(page, 'a deploy request that waits in line')
  })

  await test.step('a third is told which one is next, and can not pass it', async () => {
    await write({ ...post, ...put, delete: { operationId: 'sinkBoats', responses } })
    await request.openFromReview('prod', 'Sink boats', 'ask')
    await expect(page.getByText('Request 2 is next for prod.').first()).toBeVisible()
    await expect(request.button('Deploy 2 changes to prod')).toBeDisabled()
  })

  await test.step('it leaves the line and takes its place again', async () => {
    await request.openFromList('Replace boats')
    await request.button('Take it from the queue').click()
    await request.expectState('open')
    await request.button('Deploy 1 change to prod').click()
    await request.expectState('next in line')
  })

  await test.step('once the first can be reverted no more, the second follows by itself', async () => {
    await request.open(1)
    await request.button('Skip revert').click()
    await strip.expectVersion('prod', 3)
    await request.open(2)
    await request.expectState('deployed')
    // The third was planned against what was live before.
    await request.openFromList('Sink boats')
    await request.expectState('stale')
  })
})

test('what somebody took upon themselves is not asked about by its request, and stays with it', async ({
  page,
  rest,
  accessible,
}) => {
  const post = { post: { operationId: 'createBoat', responses } }
  const put = { put: { operationId: 'replaceBoat', responses } }
  await rest('POST', '/api/v1/apis?slug=barges&mode=create', boats(post))
  await rest('POST', '/api/v1/apis/barges/stages/prod/deployments', {})
  await rest('POST', '/api/v1/apis?slug=barges&mode=overwrite', boats(put))
  const review = new ReviewPage(page, 'barges')
  const request = new RequestPage(page, 'barges')
  await review.open('prod')
  await review.change('Remove POST /boats').click()
  await review.acknowledge('Acknowledge the change', 'Nobody builds barges')

  await test.step('it is called what it does worst, unless somebody says it better', async () => {
    await page.goto('/apis/barges/review?stage=prod&ask=request')
    await expect(request.button('Open deploy request')).toBeEnabled()
    await page.keyboard.press('ControlOrMeta+Enter')
    const dialog = page.getByRole('dialog', { name: 'Ask to deploy to prod' })
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue(
      'Remove POST /boats, and 1 more change',
    )
    await accessible(page, 'opening a deploy request')
    await dialog.getByRole('textbox', { name: 'Description' }).fill('Barges are towed now.')
    await dialog.getByRole('button', { name: 'Open request' }).click()
    await expect(request.heading).toContainText('Remove POST /boats, and 1 more change')
    await expect(page.getByText('Barges are towed now.')).toBeVisible()
    await request.button('More actions').click()
    await page.getByRole('menuitem', { name: 'Close without deploying' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Close without deploying' }).click()
    await request.expectState('closed')
  })

  await test.step('the request is deployed with one press of its button', async () => {
    await request.openFromReview('prod', 'Replace barges', 'ask')
    await request.button('Deploy 2 changes to prod').click()
    await request.expectState('deployed')
    await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toHaveCount(0)
  })

  await test.step('it shows what was acknowledged, why and by whom, after it was deployed as well', async () => {
    await page.reload()
    await expect(review.change('Remove POST /boats')).toContainText('acknowledged')
    await request.selectChange('Remove POST /boats')
    await expect(request.changes).toContainText(
      new RegExp(`Acknowledged by ${administrator.name} .+: “Nobody builds barges”`),
    )
  })
})

test('reviewers comment on a node of a change, and find it again', async ({ page, rest, accessible }) => {
  await rest('POST', '/api/v1/apis?slug=harbours&mode=create', boats())
  await rest('POST', '/api/v1/apis/harbours/stages/prod/deployments', {})
  const document = boats()
  await rest('POST', '/api/v1/apis?slug=harbours&mode=overwrite', {
    ...document,
    paths: { ...document.paths, '/harbours': { get: { operationId: 'listHarbours', responses } } },
  })
  const request = new RequestPage(page, 'harbours')
  await request.openFromReview('prod', 'List harbours', 'ask')

  await test.step('a node that came along with a change', async () => {
    await request.selectChange('Add GET /harbours')
    await request.comment('Is it not ports?', '/harbours')
    await expect(request.commentSaying('Is it not ports?')).toContainText('/harbours')
    await expect(request.changes.getByRole('button', { name: /Add GET \/harbours.*1 comment/ })).toBeVisible()
  })

  await test.step('from the comment back to the node, by its link', async () => {
    await request.openFromList('List harbours')
    await request.commentSaying('Is it not ports?').getByRole('link').click()
    await expect(request.changes.getByRole('button', { name: /Add GET \/harbours/ })).toHaveAttribute(
      'aria-expanded',
      'true',
    )
    await expect(request.node('listHarbours')).toBeVisible()
    await accessible(page, 'a comment on a node')
  })

  await test.step('a node that the plan does not touch is selected, which closes and moves nothing', async () => {
    const before = await request.settledView()
    await request.node('listBoats').click()
    await expect(request.node('listBoats')).toHaveClass(/selected/)
    await expect(request.changes.getByRole('button', { name: /Add GET \/harbours/ })).toHaveAttribute(
      'aria-expanded',
      'true',
    )
    expect(await request.settledView()).toBe(before)
    await expect(request.discussion.getByRole('button', { name: /What it is about/ })).toContainText(
      'Node: listBoats',
    )
    await request.comment('Are boats in it?')
    await expect(request.commentSaying('Are boats in it?')).toContainText('Node: listBoats')
  })

  await test.step('the graph marks what was spoken of, and a mark leads to what was said', async () => {
    await expect(request.commentsAt('/harbours')).toHaveText('1')
    await request.commentsAt('listBoats').click()
    await expect(request.discussion).toContainText('1 of 2 comments')
    await expect(request.commentSaying('Are boats in it?')).toBeVisible()
    await expect(request.commentSaying('Is it not ports?')).toHaveCount(0)
    await accessible(page, 'the comments of one node')
    await request.button('Show all').click()
    await expect(request.commentSaying('Is it not ports?')).toBeVisible()
    // From elsewhere its link leads to the node, which is on the graph and in no text.
    await request.openFromList('List harbours')
    await request.showText()
    await request.commentSaying('Are boats in it?').getByRole('link').click()
    await expect(request.node('listBoats')).toHaveClass(/selected/)
  })
})

test('a stage that asks for two approvals takes none of its author, and waits for both', async ({
  page,
  browser,
  penstock,
  rest,
}) => {
  await rest('POST', '/api/v1/apis?slug=yachts&mode=create', boats())
  await rest('POST', '/api/v1/apis/yachts/stages/prod/deployments', {})
  await rest(
    'POST',
    '/api/v1/apis?slug=yachts&mode=overwrite',
    boats({ post: { operationId: 'buy', responses } }),
  )
  await using joan = await addPerson(browser, penstock, page, {
    name: 'Joan Clarke',
    email: 'joan@example.com',
  })
  await using alan = await addPerson(browser, penstock, page, {
    name: 'Alan Turing',
    email: 'alan@example.com',
  })
  const [mine, hers, his] = [page, joan.page, alan.page].map((one) => new RequestPage(one, 'yachts')) as [
    RequestPage,
    RequestPage,
    RequestPage,
  ]
  await page.goto('/apis/yachts/settings?section=stages')
  await page.getByRole('button', { name: /Who approves deployments to prod/ }).click()
  await page.getByRole('option', { name: 'Two other people' }).click()
  await expect(page.getByText('takes effect at once').first()).toBeVisible()

  await test.step('whoever made the plan does not vote', async () => {
    await mine.openFromReview('prod', 'Buy yachts')
    await expect(mine.approvals).toContainText('0 of 2 given')
    await expect(mine.approvals.getByRole('button', { name: 'Approve' })).toHaveCount(0)
    await expect(mine.button('Deploy 1 change to prod')).toBeDisabled()
  })

  await test.step('one approval is not enough, and one person does not give two', async () => {
    await hers.openFromList('Buy yachts')
    await hers.approve('Fine by me.')
    await expect(mine.approvals).toContainText('1 of 2 given')
    await hers.approve('Really.')
    await expect(mine.approvals).toContainText('Really.')
    await expect(mine.approvals).toContainText('1 of 2 given')
    await expect(mine.button('Deploy 1 change to prod')).toBeDisabled()
  })

  await test.step('who asks for changes holds it up until they approve', async () => {
    await his.openFromList('Buy yachts')
    await his.askForChanges('At what price?')
    await mine.expectState('changes asked for')
    await expect(page.getByText('1 person asks for changes.').first()).toBeVisible()
    await his.approve('I see.')
    await mine.expectState('approved')
    await expect(mine.approvals).toContainText('2 of 2 given')
  })

  await test.step('with both it is deployed', async () => {
    await mine.button('Deploy 1 change to prod').click()
    await mine.expectState('deployed')
    await new StageStrip(page).expectVersion('prod', 2)
  })

  await test.step('the history says what it was for and who approved it, by name', async () => {
    const history = new HistoryPage(page, 'yachts')
    await history.open()
    await expect(history.row(2)).toContainText('Buy yachts')
    await expect(history.row(2)).toContainText('Approved by Joan Clarke and Alan Turing')
    await expect(history.row(2)).not.toContainText('@')
    await history.search('turing')
    await expect(history.row(2)).toBeVisible()
    await expect(history.row(1)).toHaveCount(0)
  })
})
