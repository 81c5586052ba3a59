import type { PortalOperation } from '@penstock/server'
import { LockOpen } from 'lucide-react'
import { useMemo } from 'react'
import { Markdown } from '../markdown/markdown.tsx'
import { type ParameterPlace, readParameters } from '../openapi/read.ts'
import { Section } from '../parts/section.tsx'
import { SchemaFields } from '../schema/schema-fields.tsx'
import { SchemaSummary } from '../schema/schema-summary.tsx'
import { RequestBody } from './request-body.tsx'
import { Responses } from './responses.tsx'

const places: readonly (readonly [ParameterPlace, string])[] = [
  ['path', 'Path parameters'],
  ['query', 'Query parameters'],
  ['header', 'Headers'],
  ['cookie', 'Cookies'],
]

export function OperationDetails({ operation }: { operation: PortalOperation }) {
  const { description, requestBody, responses, schemas } = operation
  const parameters = useMemo(
    () => readParameters(operation.parameters, operation.path),
    [operation.parameters, operation.path],
  )
  return (
    <>
      {description !== null && <Markdown text={description} level={2} name="about" className="mt-5" />}
      <Security choices={operation.security} unchecked={operation.unchecked} />
      {places.map(([place, title]) => {
        const here = parameters.filter((one) => one.place === place)
        return (
          here.length > 0 && (
            <Section key={place} title={title}>
              <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
                {here.map((parameter) => (
                  <li key={parameter.name} className="px-4 py-2.5">
                    <SchemaSummary
                      label={<code className="break-all text-fg">{parameter.name}</code>}
                      schema={parameter.schema}
                      schemas={schemas}
                      isRequired={parameter.required}
                      isDeprecated={parameter.deprecated}
                      description={parameter.description}
                      link={null}
                    />
                    <SchemaFields
                      schema={parameter.schema}
                      schemas={schemas}
                      label={`Fields of ${parameter.name}`}
                    />
                  </li>
                ))}
              </ul>
            </Section>
          )
        )
      })}
      {requestBody && <RequestBody body={requestBody} schemas={schemas} />}
      <Responses responses={responses} schemas={schemas} />
    </>
  )
}

/** Names of schemes: one choice is enough, and a choice may ask for several. What nobody checks is said to be so. */
function Security({
  choices,
  unchecked,
}: { choices: PortalOperation['security'] } & Pick<PortalOperation, 'unchecked'>) {
  if (choices.length === 0) return null
  const words = choices.map((choice) => (choice.length === 0 ? 'nothing' : choice.join(' and ')))
  return (
    <div className="mt-4 text-fg-2">
      <p>
        Authentication: <span className="text-fg">{words.join(', or ')}</span>
      </p>
      {unchecked.length > 0 && (
        <p className="flex items-start gap-1.5">
          <LockOpen aria-hidden className="mt-0.5 size-3.5 shrink-0 text-risky" />
          The gateway does not check {unchecked.join(' or ')}: calls without it get through.
        </p>
      )}
    </div>
  )
}
