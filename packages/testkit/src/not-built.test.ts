import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')

/** Folders whose sources are compiled to `dist`, which is what is packed. */
const built = ['packages', 'apps']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  .concat('prisma')
  .filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))
  .filter((folder) => read(folder, 'tsconfig.json').includes('"outDir": "dist"'))

test.each(built)('what is built of %s has no tests and none of their fixtures in it', (folder) => {
  const { exclude } = JSON.parse(read(folder, 'tsconfig.json')) as { exclude: string[] }
  expect(exclude).toEqual(expect.arrayContaining(['**/*.test.ts', '**/*.fixture.ts']))
})

test.each(built)('what only the tests of %s need is called a fixture', (folder) => {
  const sources = readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))
    .filter((file) => !file.startsWith('generated'))
  expect(sources.length).toBeGreaterThan(0)
  const forTests = sources.filter(
    (file) =>
      /test-(support|helper|util)/.test(file) ||
      /from '(vitest|[^']*\.fixture\.tsx?)'/.test(read(folder, 'src', file)),
  )
  expect(forTests).toEqual([])
})
