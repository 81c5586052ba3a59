import type { Page } from '@playwright/test'

/** Something to see of the product. */
export interface Subject {
  /** Also of its files. */
  readonly name: string
  /** What the picture shows, for who does not see it. */
  readonly alt: string
  /** Leads a page of somebody who is signed in to it. */
  show(page: Page): Promise<void>
}
