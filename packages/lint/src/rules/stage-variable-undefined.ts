import { variableUses } from '../facts/stage-variables.ts'
import { defineRule } from '../rule.ts'

export const stageVariableUndefined = defineRule({
  id: 'stage-variable-undefined',
  severity: 'warning',
  asksStages: true,
  title: 'A stage variable that a stage does not set',
  why: 'A variable without a value is empty text: an address loses its host, a header is not sent.',
  mend: 'Set the variable in the settings of each stage that serves this API.',
  *check({ definition, stages }) {
    if (!stages || stages.length === 0) return
    for (const { name, record, path, line, column } of variableUses(definition)) {
      const without = stages.filter(({ variables }) => !Object.hasOwn(variables, name))
      if (without.length === 0) continue
      const message = `The stage variable "${name}" is not set in ${without.map((stage) => stage.name).join(', ')}.`
      const place = line === undefined || column === undefined ? {} : { line, column }
      yield { record, path, message, ...place }
    }
  },
})
