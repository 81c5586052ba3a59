import type { Integration } from '@penstock/model'
import { Button, IconButton, Select } from '@penstock/ui'
import { Plus, X } from 'lucide-react'
import { useCallback } from 'react'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { uniqueName } from '../../edits/unique-name.ts'
import { DraftField } from '../../fields/draft-field.tsx'
import { Field } from '../../fields/field.tsx'
import { useRows } from '../../fields/use-rows.ts'
import { useDerived } from '../../use-derived.ts'
import { useStageVariables } from '../../use-stage-variables.ts'
import { headerProblem } from '../gateway-response/field-problems.ts'
import { expressionProblem, expressionsFor, requestExpression } from './request-expression.ts'

const places = [
  { value: 'header', label: 'Header' },
  { value: 'querystring', label: 'Query' },
  { value: 'path', label: 'Path' },
] as const
type Place = (typeof places)[number]['value']

interface Mapping {
  readonly target: string
  readonly place: Place
  readonly name: string
  readonly source: string
}

/** What the backend gets in headers, query and path, each from a part of the request or as a fixed text. */
export function RequestParameters({ record }: { record: Integration }) {
  const { editor } = useDesigner().session
  const rowOf = useRows(record.id, ['name', 'source'])
  const stageVariables = useStageVariables()
  const suggestions = useDerived(
    useCallback((definition) => expressionsFor(definition, record, stageVariables), [record, stageVariables]),
  )
  const parameters = record.requestParameters ?? {}
  const mappings = Object.entries(parameters).flatMap(([target, source]) => mappingOf(target, source) ?? [])
  const write = (entries: readonly (readonly [string, string])[]) =>
    setField<'integration', 'requestParameters'>(
      editor,
      record,
      'requestParameters',
      entries.length > 0 ? Object.fromEntries(entries) : undefined,
    )
  // In its place among the others, whatever of it changes.
  const change = (before: string, target: string, source: string) =>
    write(Object.entries(parameters).map(([key, was]) => (key === before ? [target, source] : [key, was])))
  return (
    <div role="group" aria-label="Mapped parameters" className="flex flex-col gap-3">
      <h4 className="text-xs font-medium text-fg-2">Mapped parameters</h4>
      {mappings.map(({ target, place, name, source }) => {
        const row = rowOf(target)
        const move = (to: string) => {
          row.rename(to)
          change(target, to, source)
        }
        return (
          <Field key={row.key} path={`requestParameters.${target}`}>
            <div className="grid grid-cols-[88px_minmax(0,1fr)_28px] items-start gap-x-1 gap-y-1.5">
              <Select
                aria-label={`Place of ${name}`}
                options={places.map((each) => ({
                  ...each,
                  isDisabled: each.value !== place && targetOf(each.value, name) in parameters,
                }))}
                value={place}
                onChange={(next) => move(targetOf(next, name))}
              />
              <DraftField
                ariaLabel="Name at the backend"
                value={name}
                isMono
                draftKey={row.draftKey('name')}
                problemOf={(next) => nameProblem(place, next) ?? taken(parameters, target, place, next)}
                onCommit={(next) => move(targetOf(place, next))}
              />
              <IconButton
                label={`Remove ${name}`}
                onPress={() => {
                  row.remove()
                  write(Object.entries(parameters).filter(([key]) => key !== target))
                }}
              >
                <X aria-hidden className="size-3.5" />
              </IconButton>
              <div className="col-span-2 flex items-start gap-1.5">
                <span aria-hidden className="pt-1.5 text-xs text-fg-3">
                  from
                </span>
                <div className="min-w-0 flex-1">
                  <DraftField
                    ariaLabel={`Source of ${name}`}
                    value={source}
                    isMono
                    draftKey={row.draftKey('source')}
                    suggestions={suggestions}
                    problemOf={expressionProblem}
                    effectOf={(text) => {
                      const taken = requestExpression(text)
                      return taken === text ? null : `The text itself: ${taken}`
                    }}
                    onCommit={(text) => change(target, target, requestExpression(text))}
                  />
                </div>
              </div>
            </div>
          </Field>
        )
      })}
      <Button
        variant="quiet"
        className="self-start"
        icon={<Plus aria-hidden className="size-3.5" />}
        onPress={() => {
          const names = new Set(mappings.filter(({ place }) => place === 'header').map(({ name }) => name))
          write([
            ...Object.entries(parameters),
            [targetOf('header', uniqueName(names, 'x-request-id')), 'context.requestId'],
          ])
        }}
      >
        Map a parameter
      </Button>
    </div>
  )
}

/** Forms of HTTP APIs, which no gateway of ours runs, are left as they are. */
function mappingOf(target: string, source: string): Mapping | null {
  const found = /^integration\.request\.(path|querystring|header)\.(.+)$/s.exec(target)
  return found ? { target, place: found[1] as Place, name: found[2]!, source } : null
}

function targetOf(place: Place, name: string): string {
  return `integration.request.${place}.${name}`
}

function nameProblem(place: Place, name: string): string | null {
  if (place === 'header') return headerProblem(name)
  return name === '' || /\s/.test(name) ? 'A name without blanks.' : null
}

function taken(parameters: object, target: string, place: Place, name: string): string | null {
  const wanted = targetOf(place, name)
  return wanted !== target && wanted in parameters ? 'It is mapped already.' : null
}
