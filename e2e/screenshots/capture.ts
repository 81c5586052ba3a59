import type { CDPSession } from '@playwright/test'

/** What one picture may weigh in the repository. */
const heaviest = 150_000

/** The page as it is, in the best quality that is small enough. */
export async function capture(session: CDPSession): Promise<Buffer> {
  for (let quality = 92; ; quality -= 6) {
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality,
      optimizeForSpeed: false,
    })
    const picture = Buffer.from(data, 'base64')
    if (picture.length <= heaviest) return picture
    if (quality < 40) throw new Error(`A screenshot weighs ${picture.length} bytes at its lowest quality`)
  }
}
