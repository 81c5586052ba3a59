import { must } from './run.mjs'

/** Generates the database client from the schema if it is not up to date. */
export function generateClient() {
  return must('Generating the database client', process.execPath, ['prisma/scripts/generate.mjs'], {
    quiet: true,
  })
}
