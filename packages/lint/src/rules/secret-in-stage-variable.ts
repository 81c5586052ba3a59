import { secretIn } from '../facts/secrets.ts'
import { defineRule } from '../rule.ts'

export const secretInStageVariable = defineRule({
  id: 'secret-in-stage-variable',
  severity: 'warning',
  asksStages: true,
  title: 'A stage variable looks like a secret',
  why: 'Stage variables are shown to everybody who sees the stage, stand in exports and are on gateways in clear.',
  mend: 'Keep it where the service or the function reads it itself, such as the environment of a function, and change it now that it was seen.',
  *check({ stages, api }) {
    for (const stage of stages ?? [])
      for (const [name, value] of Object.entries(stage.variables)) {
        const what = secretIn(name, value)
        if (what === undefined) continue
        const message = `The variable "${name}" of stage ${stage.name} looks like ${what}.`
        yield { ...(api ? { record: api.id } : {}), message }
      }
  },
})
