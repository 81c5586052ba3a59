import { defined } from '../defined.ts'
import { requestMapping, responseMapping } from './mapping.ts'
import type { Translation } from './translation.ts'

/** `mock`: the routes' own examples, or Amazon's templates. */
export const translateMock: Translation = (integration, context) =>
  integration.fromExamples
    ? { kind: 'example' }
    : defined({
        kind: 'mock',
        ...requestMapping(integration, context),
        responses: responseMapping(integration, context),
      })
