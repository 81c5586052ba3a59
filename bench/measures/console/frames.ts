import { type Row, row } from '../../measure.ts'
import { undisturbed } from '../../undisturbed.ts'
import { type MeasuredApi, openDesigner } from './apis.ts'
import type { Console } from './start-console.ts'

/** Time between frames while the graph is dragged by the mouse, and zoomed by the wheel through all of its levels. */
export async function framesRow(console: Console, api: MeasuredApi, rounds: number): Promise<Row> {
  const page = await console.open()
  await openDesigner(page, console, api)
  const box = (await page.getByRole('application').boundingBox())!
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(centre.x, centre.y)
  const round = async () => {
    await page.mouse.down({ button: 'middle' })
    for (let step = 1; step <= 30; step++) await page.mouse.move(centre.x - step * 6, centre.y - step * 10)
    await page.mouse.up({ button: 'middle' })
    await page.mouse.move(centre.x, centre.y)
    for (let step = 0; step < 12; step++) await page.mouse.wheel(0, step < 6 ? 120 : -120)
    await page.keyboard.down('Control')
    for (let step = 0; step < 32; step++) await page.mouse.wheel(0, step < 16 ? 120 : -120)
    await page.keyboard.up('Control')
    return page.evaluate(() => window.stopwatch.frames())
  }
  const { samples, ...host } = await undisturbed(rounds, round, async () => {
    await page.mouse.move(centre.x, centre.y)
    await page.evaluate(() => window.stopwatch.startFrames())
  })
  await page.context().close()
  return row(`pan and zoom, frame without a GPU, ${api.label}`, 'ms', api.limits.frame, samples.flat(), {
    judged: 'p95',
    ...host,
  })
}
