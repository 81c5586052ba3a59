import { readFile } from 'node:fs/promises'
import type { Diagnosis } from '@penstock/bundle'
import { AppError } from '@penstock/errors'
import { type Command, text } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { diagnosisText } from '../show-call.ts'

export const diagnose: Command = {
  name: 'diagnose',
  summary: 'Why a request failed: the call to its backend, and the same made directly',
  args: [{ name: '<request>', description: 'its id, as the client saw it in x-request-id' }],
  options: [
    { flags: '--repeat', description: 'also a request that may change something, such as a POST' },
    { flags: '--body <file>', description: 'sent in place of a body that streamed by' },
  ],
  example: 'penstock diagnose 3e0fd53a-5a4d-4d8e-9a0b-1f2a63a3a0c7',
  async run({ client, output }, [id], options) {
    const file = text(options, 'body')
    const diagnosis = await client.json<Diagnosis>(
      'POST',
      `/api/v1/requests/${encodeURIComponent(id!)}/diagnose`,
      {
        repeat: options['repeat'] === true,
        ...(file === undefined ? {} : { body: await base64Of(file), bodyEncoding: 'base64' }),
      },
    )
    output.result(diagnosis, diagnosisText(diagnosis))
    return diagnosis.direct?.error === null ? exitCode.done : exitCode.failed
  },
}

async function base64Of(file: string): Promise<string> {
  try {
    return await readFile(file, 'base64')
  } catch (cause) {
    const { message } = cause as Error
    throw new AppError('FILE_UNREADABLE', { params: { file, reason: message }, cause })
  }
}
