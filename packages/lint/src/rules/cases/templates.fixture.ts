import { mapped, pets } from '../../testing.fixture.ts'
import type { Case, Cases } from './case.fixture.ts'

const at = 'int_1 requestTemplates.application/json'

function template(text: string): Case {
  return { fires: pets(mapped(json(text))), at, silent: [pets(mapped(json("$input.json('$.a')")))] }
}

function json(text: string) {
  return { requestTemplates: { 'application/json': text } }
}

export const templates: Cases = {
  'template-syntax': template('{\n#if($input.body)\n}'),
  'unknown-macro': template('{\n  #shout("a")\n}'),
  'unknown-member': template('$input.jsn("$")'),
  'wrong-arguments': template("$input.json('$', 1, 2)"),
  'invalid-json-path': template("$input.json('$.[')"),
  'regex-unbounded': template("$input.body.replaceAll('(a+)+b', '')"),
}
