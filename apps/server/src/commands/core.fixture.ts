import type { Api, ApiRecord, Integration, Method, Resource } from '@penstock/model'
import type { TestDatabase } from '@penstock/testkit'
import { type CoreOptions, createCore } from '../core.ts'
import { createBuilder } from '../workers/builder.ts'
import type { Author } from '../store/audit.ts'
import type { CommandContext } from './context.ts'
import { createApi } from './create-api.ts'
import { saveRecords } from './save-records.ts'

/** Whoever acts where it makes no difference who. */
export const ada: Author = { kind: 'user', id: 'usr_ada', name: 'ada@example.com', source: 'console' }

export interface TestCore extends CommandContext {
  readonly database: TestDatabase
}

/** One thread for all tests of a file: starting one takes longer than they do. */
const builder = createBuilder()

/** The control plane on a database of its own, acting as one person; gone when the test is. */
export async function openTestCore(
  open: () => Promise<TestDatabase>,
  options: Partial<CoreOptions> = {},
): Promise<TestCore> {
  const database = await open()
  const core = await createCore({
    database,
    dataDir: database.dataDir,
    previewDelayMs: 5,
    builder,
    ...options,
  })
  return {
    ...core,
    database,
    actor: ada,
    async [Symbol.asyncDispose]() {
      await core[Symbol.asyncDispose]()
      await database.close()
    },
  }
}

/** Records with ids that a test can name. `GET /pets` is mocked. */
export const pets = {
  resource: { kind: 'resource', id: 'res_pets', parent: 'res_root', pathPart: 'pets' } satisfies Resource,
  method: {
    kind: 'method',
    id: 'met_list',
    resource: 'res_pets',
    httpMethod: 'GET',
    integration: 'int_mock',
    summary: 'List pets',
  } satisfies Method as Method,
  mock: {
    kind: 'integration',
    id: 'int_mock',
    type: 'mock',
    fromExamples: true,
    name: 'Mock',
  } satisfies Integration,
}

/** An API with `GET /pets` in its draft, and nothing deployed. */
export async function makePets(core: CommandContext, slug = 'pets'): Promise<void> {
  await createApi(core, { name: 'Pets', slug })
  const { definition, revisions } = await core.drafts.open(slug)
  const made = [...definition.values()]
  const removed = made.map(({ id }) => ({ id, revision: revisions.get(id)! }))
  const api: Api = { kind: 'api', id: 'api_pets', name: 'Pets' }
  const root: Resource = { kind: 'resource', id: 'res_root', parent: null, pathPart: '' }
  const added: ApiRecord[] = [api, root, pets.resource, pets.mock, pets.method]
  await saveRecords(core, { slug, changeId: 'make', added, updated: [], removed })
}

/** Changes the method of `makePets` and answers the new draft version. */
export async function edit(core: CommandContext, change: Partial<Method>, slug = 'pets'): Promise<number> {
  const { definition, revisions } = await core.drafts.open(slug)
  const record = { ...(definition.get('met_list') as Method), ...change }
  const updated = [{ record, revision: revisions.get('met_list')! }]
  const { version } = await saveRecords(core, { slug, changeId: 'edit', added: [], updated, removed: [] })
  return version
}
