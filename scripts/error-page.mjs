// Writes a skeleton page into docs/errors for each code that has none. The words are for a person to write.
import { existsSync, writeFileSync } from 'node:fs'
import { catalog } from '../packages/errors/src/catalog.ts'

for (const [code, { status, fault, message }] of Object.entries(catalog)) {
  const page = new URL(`../docs/errors/${code}.md`, import.meta.url)
  if (existsSync(page)) continue
  writeFileSync(
    page,
    `# ${code}\n\n> ${message}\n\nStatus ${status} · fault: ${fault}\n\n## What happened\n\n## What to do\n`,
  )
  console.log(`docs/errors/${code}.md: write what happened and what to do`)
}
