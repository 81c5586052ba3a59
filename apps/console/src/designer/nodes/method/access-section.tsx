import {
  type Definition,
  find,
  type Method,
  type RecordId,
  recordsOf,
  uncheckedSchemes,
} from '@penstock/model'
import { Button, Checkbox, Select } from '@penstock/ui'
import { memo, useCallback } from 'react'
import { Field } from '../../fields/field.tsx'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { ListField } from '../../fields/list-field.tsx'
import { Section } from '../../fields/section.tsx'
import { runItem } from '../../palette-items.ts'
import { showRecord } from '../../show-record.ts'
import { useDerived } from '../../use-derived.ts'
import { askFor } from '../authorizer/ask-for.ts'
import { authorizerNode } from '../authorizer/definition.ts'
import { validatorNode } from '../validator/definition.ts'
import { NotEnforced } from './not-enforced.tsx'
import { chosenAuthorizer } from './chosen-authorizer.ts'

const none = { value: '', label: 'None' }

/** Who may call a method, and what of a request is checked before it goes on. */
export const AccessSection = memo(function AccessSection({ id }: { id: RecordId }) {
  const designer = useDesigner()
  const { editor } = designer.session
  const { authorizers, chosen, validators, validator, users, needsKey, scopes, isScoped, unchecked } =
    useDerived(useCallback((definition) => accessOf(definition, id), [id]))
  const change = (name: string, edit: (method: Method) => Method) =>
    editor.run(name, (transaction) => {
      const current = transaction.get(id)
      if (current?.kind === 'method') transaction.put(edit(current))
    })
  const choose = (choice: string) => {
    const [api] = recordsOf(editor.definition, 'api')
    if (choice === newOne)
      runItem(designer, 'authorizer', null, (transaction, added) => {
        const [method, authorizer] = [transaction.get(id), transaction.get(added)]
        if (method?.kind === 'method' && authorizer?.kind === 'authorizer')
          transaction.put(askFor(method, authorizer, api))
      })
    else
      change('Change authorizer', (method) =>
        askFor(method, find(editor.definition, 'authorizer', choice) ?? null, api),
      )
  }
  return (
    <Section title="Access">
      <Field path="authorizer authorizationType security">
        <Select
          label="Authorizer"
          options={[...authorizers, { value: newOne, label: 'New authorizer…' }]}
          value={chosen}
          onChange={choose}
        />
        {unchecked.length > 0 && (
          <NotEnforced
            schemes={unchecked}
            needsKey={needsKey}
            {...(chosen !== '' && chosen !== asItIs && { onOpen: () => showRecord(designer, chosen) })}
          />
        )}
      </Field>
      {isScoped && (
        <ListField
          key={id}
          record={id}
          path="authorizationScopes"
          label="Scopes"
          isMono
          placeholder="orders/read"
          description="A token has one of them. Empty: any token will do."
          values={scopes}
          onChange={(next) =>
            change('Change scopes', ({ authorizationScopes: _, ...method }) =>
              next ? { ...method, authorizationScopes: next } : method,
            )
          }
        />
      )}
      <Field path="apiKeyRequired">
        <Checkbox
          isSelected={needsKey}
          onChange={(on) => change('Require API key', (method) => ({ ...method, apiKeyRequired: on }))}
        >
          Callers need an API key
        </Checkbox>
        {needsKey && (
          <p className="mt-1 text-xs text-fg-3">
            Usage plans of a stage let keys in, at once and without a deployment. They are made over REST.
          </p>
        )}
      </Field>
      <Field path="validator">
        <Select
          label="Validator"
          options={[none, ...validators, { value: newOne, label: 'New validator…' }]}
          value={validator}
          onChange={(choice) => {
            if (choice === newOne)
              runItem(designer, 'validator', null, (transaction, added) => {
                const method = transaction.get(id)
                if (method?.kind === 'method') transaction.put({ ...method, validator: added })
              })
            else {
              const method = editor.get(id)
              if (method?.kind === 'method')
                setField<'method', 'validator'>(editor, method, 'validator', choice || undefined)
            }
          }}
        />
        {users > 0 && (
          <div className="-my-1 flex items-center justify-between gap-2">
            <p className="text-xs text-fg-2">
              {users === 1 ? 'Used by this method alone' : `Used by ${users} methods`}
            </p>
            <Button
              variant="quiet"
              className="shrink-0"
              aria-label="Open the validator"
              onPress={() => showRecord(designer, validator)}
            >
              Open it
            </Button>
          </div>
        )}
      </Field>
    </Section>
  )
})

/** Values of a select that are no record's id. */
const newOne = 'new'
const asItIs = 'as it is'

interface Option {
  readonly value: string
  readonly label: string
  readonly description?: string
  readonly isDisabled?: boolean
}

function accessOf(definition: Definition, id: RecordId) {
  const method = find(definition, 'method', id)
  const [api] = recordsOf(definition, 'api')
  const options: Option[] = [none]
  for (const one of recordsOf(definition, 'authorizer'))
    options.push({ value: one.id, label: one.name, description: authorizerNode.detail(one, definition) })
  const known = method ? chosenAuthorizer(definition, method) : ''
  if (known === null) {
    const label =
      method?.authorizationType === 'AWS_IAM'
        ? 'Requests signed with Amazon credentials'
        : method?.security === undefined
          ? `As the API says: ${words(api?.security ?? [])}`
          : words(method.security)
    options.unshift({ value: asItIs, label, isDisabled: true })
  }
  return {
    authorizers: options,
    chosen: known ?? asItIs,
    validators: [...recordsOf(definition, 'validator')].map((one) => ({
      value: one.id,
      label: one.name,
      description: validatorNode.detail(one, definition),
    })),
    validator: method?.validator ?? '',
    users: method?.validator === undefined ? 0 : usersOfValidator(definition, method.validator),
    needsKey: method?.apiKeyRequired ?? false,
    unchecked: method ? uncheckedSchemes(definition, method) : [],
    scopes: method?.authorizationScopes ?? [],
    isScoped:
      method?.authorizationScopes !== undefined ||
      method?.authorizationType === 'JWT' ||
      method?.authorizationType === 'COGNITO_USER_POOLS',
  }
}

function usersOfValidator(definition: Definition, id: RecordId): number {
  let count = 0
  for (const method of recordsOf(definition, 'method')) if (method.validator === id) count++
  return count
}

function words(security: NonNullable<Method['security']>): string {
  const ways = security.map((requirement) => Object.keys(requirement).join(' and ') || 'nobody')
  return ways.join(', or ')
}
