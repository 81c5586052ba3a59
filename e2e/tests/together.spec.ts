import { expect, test } from '../fixtures.ts'
import { ConflictDialog } from '../pages/conflict-dialog.ts'
import { DesignerPage } from '../pages/designer-page.ts'
import { addPerson } from '../pages/people.ts'

const rides = {
  openapi: '3.1.0',
  info: { title: 'Together', version: '1' },
  paths: {
    '/rides': {
      get: { operationId: 'listRides', responses: { 200: { description: 'ok' } } },
      post: { operationId: 'bookRide', responses: { 201: { description: 'booked' } } },
    },
  },
}

// What a connection that is away on purpose says.
test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK/] })

test('two people see each other, edit different and the same records at once, and nothing is lost', async ({
  page,
  penstock,
  browser,
  rest,
  accessible,
}) => {
  await rest('POST', '/api/v1/apis?slug=together&mode=overwrite', rides)
  const ada = new DesignerPage(page, 'together')
  await using beas = await addPerson(browser, penstock, page, {
    name: 'Bea Booker',
    email: 'bea@example.com',
  })
  const bea = new DesignerPage(beas.page, 'together')
  await ada.open()
  await bea.open()

  await test.step('each sees that the other is there, and where', async () => {
    await expect(ada.person('Bea Booker is here')).toBeVisible()
    await bea.selectNode('bookRide')
    await expect(ada.person('Bea Booker is at bookRide. Go there')).toBeVisible()
    await expect(ada.node('bookRide')).toContainText('Bea Booker')
  })

  await test.step('a press on somebody goes to what they have selected', async () => {
    await ada.person(/^Bea Booker is at/).click()
    await expect(ada.field('Operation id')).toHaveValue('bookRide')
    await expect(ada.line('POST bookRide')).toHaveAccessibleDescription('Also selected by Bea Booker')
    await accessible(page, 'a designer with somebody else in it')
    await expect(bea.person('Ada Admin is at bookRide. Go there')).toBeVisible()
    await expect(bea.inspector.getByRole('status').filter({ hasText: /^Also/ })).toHaveText(
      'Also selected by Ada Admin',
    )
  })

  await test.step('different records, edited in the same moment, are both kept', async () => {
    await ada.selectNode('listRides')
    await Promise.all([
      ada.write('Summary', 'All rides, by Ada'),
      bea.write('Summary', 'A ride is booked, by Bea'),
    ])
    await Promise.all([ada.expectSaved(), bea.expectSaved()])
    await bea.selectNode('listRides')
    await expect(bea.field('Summary')).toHaveValue('All rides, by Ada')
    await ada.selectNode('bookRide')
    await expect(ada.field('Summary')).toHaveValue('A ride is booked, by Bea')
  })

  await test.step('what the other changes in the form that is open is said there, until somebody looks', async () => {
    await ada.canvas.focus()
    await bea.selectNode('bookRide')
    await bea.write('Summary', 'A ride is taken, by Bea')
    await bea.field('Deprecated').press('Space')
    await bea.chooseIn('Verb', 'PUT')
    await bea.inspector.getByRole('button', { name: 'Add response' }).click()
    await bea.expectSaved()
    await expect(ada.fieldNotes).toHaveText([
      'Changed by Bea Booker just now; it was “POST”',
      'Changed by Bea Booker just now; it was “A ride is booked, by Bea”',
      'Changed by Bea Booker just now; it was not set',
      'Changed by Bea Booker just now; it is new',
    ])
    await expect(bea.fieldNotes).toHaveCount(0)
    await accessible(page, 'a form that somebody else changed')
    await ada.field('Summary').focus()
    await expect(ada.fieldNotes).toHaveCount(3)
    await ada.selectNode('listRides')
    await ada.selectNode('bookRide')
    await expect(ada.fieldNotes).toHaveCount(0)
    await bea.chooseIn('Verb', 'POST')
    await expect(ada.fieldNotes).toHaveText(['Changed by Bea Booker just now; it was “PUT”'])
    await bea.selectNode('listRides')
  })

  await test.step('a node that one moves stands there for the other as well', async () => {
    const before = await ada.box('listRides')
    await bea.canvas.focus()
    await bea.page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => (await ada.box('listRides')).y - before.y).toBeGreaterThan(5)
  })

  await test.step('the same record, edited by both at once, is decided by the one who came second', async () => {
    await ada.selectNode('listRides')
    // Ada's connection is away while Bea writes: she can't have known.
    await page.context().setOffline(true)
    await ada.write('Summary', 'Mine')
    await ada.write('Description', 'Only mine')
    await bea.write('Summary', 'Theirs')
    await bea.expectSaved()
    await page.context().setOffline(false)
    const toDecide = /changed this too/
    await expect(ada.line('GET listRides')).toHaveAccessibleDescription(toDecide)
    await expect(ada.toolbar.getByRole('button', { name: 'Compare' })).toContainText(toDecide)
    await accessible(page, 'a node that two people changed')
    await expect(ada.fieldNotes).toHaveText([
      'Bea Booker changed this too, just now. Yours is not saved. Compare',
    ])
    await expect(ada.inspector).toContainText('Bea Booker changed summary too, just now.')
    const closedIn = /changed something in here too/
    await ada.node('/rides').getByRole('button', { name: 'Close /rides' }).click()
    await expect(ada.node('/rides').getByRole('button', { name: closedIn })).toBeVisible()
    await accessible(page, 'a closed branch that holds what two people changed')
    await ada.node('/rides').getByRole('button', { name: 'Open /rides' }).click()
    await expect(ada.node('/rides').getByRole('button', { name: closedIn })).toHaveCount(0)
    await ada.node('listRides').getByRole('button', { name: toDecide }).click()
    const dialog = new ConflictDialog(page)
    await expect(dialog.cells('summary')).toHaveText(['summary', 'All rides, by Ada', 'Theirs', 'Mine'])
    await expect(dialog.dialog).toContainText('GET listRides')
    await expect(dialog.headings).toHaveText(['Field', 'Before', 'Bea Booker, just now', 'Mine'])
    await expect(dialog.dialog.getByRole('button', { name: 'Take Bea Booker’s: summary' })).toBeVisible()
    await expect(dialog.dialog).toContainText('Kept whatever you decide')
    await expect(dialog.cells('description')).toHaveText(['description', '–', '–', 'Only mine'])
    await accessible(page, 'a conflict of two people')
    await dialog.keepMine()
    await ada.expectSaved()
    await expect(bea.field('Summary')).toHaveValue('Mine')
    await expect(bea.field('Description')).toHaveValue('Only mine')
  })

  await test.step('of several fields that both changed each is decided by itself, by keyboard', async () => {
    await page.context().setOffline(true)
    await ada.write('Summary', 'Mine again')
    await ada.write('Description', 'Said by me')
    await bea.write('Summary', 'Theirs again')
    await bea.write('Description', 'Said by them')
    await bea.expectSaved()
    await page.context().setOffline(false)
    await ada.fieldNotes.getByRole('button', { name: 'Compare' }).last().press('Enter')
    const decision = new ConflictDialog(page)
    await expect(decision.dialog).toContainText('2 of 2 to choose')
    await decision.choice('summary', 'Mine', 'Mine again').press('Space')
    await expect(decision.keepChosen).toBeDisabled()
    await decision.choice('description', 'Mine', 'Said by me').press('Space')
    await page.keyboard.press('ArrowLeft')
    await expect(decision.choice('description', 'Bea Booker', 'Said by them')).toBeChecked()
    await expect(decision.choice('summary', 'Mine', 'Mine again')).toBeChecked()
    await accessible(page, 'a conflict of two fields')
    await decision.keepChosen.press('Enter')
    await ada.expectSaved()
    await expect(ada.field('Description')).toHaveValue('Said by them')
    await expect(bea.field('Summary')).toHaveValue('Mine again')
    await expect(bea.field('Description')).toHaveValue('Said by them')
  })

  await test.step('whoever closes the API is gone at once', async () => {
    await beas.page.close()
    await expect(ada.person(/^Bea Booker/)).toHaveCount(0)
  })
})
