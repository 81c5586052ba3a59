import { existsSync } from 'node:fs'
import { installPackages } from './debian.mjs'
import { bin, run } from './run.mjs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Path of a Chromium for the end-to-end tests, or undefined when none can be had: the one that PENSTOCK_CHROMIUM
 * names, one that is installed, Playwright's own, or (as root on Debian) its package.
 */
export async function ensureChromium() {
  const named = process.env.PENSTOCK_CHROMIUM
  if (named) return named
  const installed = () => places.find((path) => existsSync(path))
  if (installed()) return installed()
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  console.log('Installing Chromium …')
  await installPackages('chromium')
  if (installed()) return installed()
  await run(bin('playwright'), ['install', 'chromium'], { quiet: true })
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
}
