import type { ApiRecord } from '@penstock/model'
import { answering, api, get, model, pets, ref, service } from '../../testing.fixture.ts'
import type { Cases } from './case.fixture.ts'

const component: ApiRecord = {
  kind: 'component',
  id: 'com_1',
  section: 'responses',
  name: 'NotFound',
  value: {},
}
const authorizer: ApiRecord = { kind: 'authorizer', id: 'aut_1', name: 'bearer', scheme: { type: 'http' } }
const validator: ApiRecord = {
  kind: 'validator',
  id: 'val_1',
  name: 'all',
  validateRequestBody: true,
  validateRequestParameters: true,
}
const upstream: ApiRecord = { kind: 'upstream', id: 'ups_1', name: 'pets', url: 'https://pets.example' }
const fn: ApiRecord = { kind: 'function', id: 'fun_1', name: 'resize', code: '' }
const arn =
  'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:1:function:resize/invocations'

export const unused: Cases = {
  'unused-model': {
    // Two that only name each other are both unused.
    fires: pets(model('Cat', { items: ref('Dog') }), model('Dog', { items: ref('Cat') })),
    at: 'mod_Cat ',
    silent: [answering({ items: ref('Owner') }, model('Owner', {}))],
  },
  'unused-component': {
    fires: pets(component),
    at: 'com_1 ',
    silent: [pets(component, get({ responses: { 404: { $ref: '#/components/responses/NotFound' } } }))],
  },
  'unused-authorizer': {
    fires: pets(authorizer),
    at: 'aut_1 ',
    silent: [
      pets(authorizer, get({ authorizer: 'aut_1' })),
      pets(authorizer, api({ security: [{ bearer: [] }] })),
    ],
  },
  'unused-validator': {
    fires: pets(validator),
    at: 'val_1 ',
    silent: [pets(validator, api({ validator: 'val_1' })), pets(validator, get({ validator: 'val_1' }))],
  },
  'unused-integration': {
    fires: pets(service({ id: 'int_2' })),
    at: 'int_2 ',
    silent: [pets()],
  },
  'unused-upstream': {
    fires: pets(upstream),
    at: 'ups_1 ',
    silent: [pets(upstream, service({ uri: undefined, upstream: 'ups_1' }))],
  },
  'unused-function': {
    fires: pets(fn),
    at: 'fun_1 ',
    silent: [
      pets(fn, service({ type: 'aws_proxy', uri: undefined, function: 'fun_1' })),
      pets(fn, service({ type: 'aws_proxy', uri: arn })),
    ],
  },
}
