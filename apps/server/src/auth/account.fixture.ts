import type { Core } from '../core.ts'
import type { Role } from '../presenters/user-view.ts'
import type { Actor } from './actor.ts'
import { ensureBootstrapToken, findBearer } from './api-tokens.ts'
import { createUser } from './users.ts'

/** The token from the environment, as an actor. */
export async function bootstrap(core: Core): Promise<Actor> {
  await ensureBootstrapToken(core, 'pst_bootstrap')
  return (await findBearer(core, 'pst_bootstrap'))!
}

let made = 0

/** A person of this role, as a server that has just let them in knows them. */
export async function account(core: Core, by: Actor, role: Role): Promise<Actor> {
  const email = `user${++made}@example.com`
  const { id } = await createUser(core, by, { email, name: 'Ada', password: 'correct horse battery', role })
  return { kind: 'user', id, name: email, role, source: 'console' }
}
