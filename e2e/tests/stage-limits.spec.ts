import { expect, test } from '../fixtures.ts'
import { StageLimitsForm } from '../pages/stage-limits-form.ts'

const notes = {
  openapi: '3.1.0',
  info: { title: 'Notes', version: '1' },
  paths: {
    '/notes': { get: { operationId: 'notes', responses: { 200: { description: 'All' } } } },
  },
}

// What no gateway reads is refused.
test.use({ expectedErrors: [/status of 400 .*stages\.update/] })

test('limits of a stage are set beside what is usual, hold at once, and are taken back', async ({
  page,
  rest,
  accessible,
}) => {
  const form = new StageLimitsForm(page, 'notes')
  await rest('POST', '/api/v1/apis?slug=notes&mode=create', notes)
  const { url } = await rest<{ url: string }>('POST', '/api/v1/apis/notes/stages/prod/deployments', {})
  const statusOf = async (query: number) => (await fetch(`${url}/notes?${'q'.repeat(query)}`)).status
  await form.open()
  await expect(form.field('Integrations, in seconds')).toHaveAttribute('placeholder', '60')
  await expect(form.field('Path and query, in bytes')).toHaveAttribute('placeholder', 'no limit')
  expect(await statusOf(300)).toBe(200)

  await test.step('what is no number is said at its field, and so is what no gateway reads', async () => {
    await form.field('Headers, in bytes').fill('many')
    await form.apply('prod')
    await expect(form.section).toContainText('A number, or nothing for the usual.')
    await form.field('Headers, in bytes').fill('100000')
    await form.apply('prod')
    await expect(form.section).toContainText('start every gateway with PENSTOCK_GATEWAY_HEAD_BYTES')
    await accessible(page, 'limits that are refused')
    await form.field('Headers, in bytes').fill('')
  })

  await test.step('applied, it holds without a deployment', async () => {
    await form.field('Path and query, in bytes').fill('200')
    await form.apply('prod')
    await form.expectApplied()
    await expect.poll(() => statusOf(300)).toBe(414)
    await form.open()
    await expect(form.field('Path and query, in bytes')).toHaveValue('200')
  })

  await test.step('empty is as usual again', async () => {
    await form.field('Path and query, in bytes').fill('')
    await form.apply('prod')
    await form.expectApplied()
    await expect.poll(() => statusOf(300)).toBe(200)
  })
})
