import { once } from 'node:events'
import { WebSocket } from 'ws'
import { ReviewPage } from '../pages/review-page.ts'
import { SocketsPage } from '../pages/sockets-page.ts'
import { StageStrip } from '../pages/stage-strip.ts'
import { expect, test } from '../fixtures.ts'

const answers = (what: string) =>
  `export const handler = async (event) => ({ statusCode: 200, body: ${what} })`

/** What a connection hears after saying something. */
async function ask(socket: WebSocket, message: string): Promise<string> {
  const heard = once(socket, 'message') as Promise<[Buffer]>
  socket.send(message)
  const [data] = await heard
  return data.toString('utf8')
}

test('a WebSocket API is drawn, deployed and answers', async ({ page, penstock, accessible }) => {
  const designer = new SocketsPage(page, 'chat')
  await designer.create('Chat')

  await test.step('the palette offers routes, and says why it offers no methods', async () => {
    await expect(page.getByRole('heading', { name: 'Draw the first route' })).toBeVisible()
    await expect(designer.item('Method')).toHaveAttribute('aria-disabled', 'true')
    await expect(designer.item('Method')).toHaveAttribute('title', /WebSocket API has routes/)
    await accessible(page, 'an empty WebSocket API')
  })

  await test.step('routes are drawn and share what answers them', async () => {
    await designer.addRoute('join')
    await designer.answerWithFunction('join', answers(`'joined ' + JSON.parse(event.body).room`))
    await designer.addRoute('$connect')
    await designer.addRoute('$default')
    await designer.connectToBody('$default', 'Call function')
    await designer.expectSaved()
    await designer.select('$connect', 'connect')
    await expect(designer.field('Route key')).toHaveValue('$connect')
  })

  await test.step('who calls is asked in $connect alone, and an edge elsewhere says so', async () => {
    await designer.openFlow('$connect')
    await designer.insert('caller and integration')
    await designer.choose('new authorizer')
    await expect(designer.node('Authorizer')).toBeVisible()
    await designer.leadEdge('join', 'authorizer')
    await expect(designer.refusal).toContainText('only $connect leads to an authorizer')
    await designer.release()
    await accessible(page, 'a drawn WebSocket API')
    // Nothing opens while what is asked for is not checked.
    await designer.undo()
    await designer.expectSaved()
  })

  const review = new ReviewPage(page, 'chat')
  await test.step('the review lists the routes, and they are deployed', async () => {
    await review.deployFirst('prod')
    await new StageStrip(page).expectVersion('prod', 1)
  })

  const url = `${penstock.gatewayUrl.replace(/^http/, 'ws')}/chat/prod`
  const socket = new WebSocket(url)
  await once(socket, 'open')
  await test.step('a message is answered by the function of its route', async () => {
    expect(await ask(socket, JSON.stringify({ action: 'join', room: 'a' }))).toBe('joined a')
  })

  await test.step('a renamed route breaks clients, and the open connection meets the new deployment', async () => {
    await designer.open()
    await designer.selectNode('join')
    const key = designer.inspector.getByRole('textbox', { name: 'Route key' })
    await key.fill('enter')
    await key.press('Enter')
    await designer.expectSaved()
    await review.open('prod')
    await expect(review.change('Rename route join to enter')).toBeVisible()
    await expect(review.graph.getByText('enter', { exact: true })).toBeVisible()
    await review.deploy('Deploy 1 change to prod')
    await review.confirmBreaking('Deploy 1 breaking change', 'Rename route join to enter')
    await new StageStrip(page).expectVersion('prod', 2)
    expect(await ask(socket, JSON.stringify({ action: 'enter', room: 'b' }))).toBe('joined b')
  })
  socket.close()
})
