import { defineRule } from '../rule.ts'

export const corsCredentialsAnyOrigin = defineRule({
  id: 'cors-credentials-any-origin',
  severity: 'warning',
  title: 'Credentials for any origin',
  why: 'Browsers refuse `Access-Control-Allow-Credentials` together with the origin `*`, since every site could read what a signed-in visitor sees. The gateway leaves it out.',
  mend: 'Name the origins that are allowed.',
  on: ['api'],
  *check({ cors }) {
    if (!cors?.allowCredentials || !cors.allowOrigins?.includes('*')) return
    yield {
      path: ['cors', 'allowCredentials'],
      message: 'Credentials are allowed for the origin "*", which no browser accepts.',
    }
  },
})
