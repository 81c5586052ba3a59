import { z } from 'zod'

/** A call that a stage answers, to begin with. */
export const exampleCallSchema = z.object({
  method: z.string(),
  url: z.string(),
  curl: z.string().describe('The same as a command for a POSIX shell.'),
})
export type ExampleCall = z.infer<typeof exampleCallSchema>
