import { authorizerStep } from './authorizer/step.ts'
import { connectAuthorizerStep } from './connect-authorizer/step.ts'
import { connectKeyStep } from './connect-key/step.ts'
import { type FlowStep, ofMethods, ofRoutes } from './flow-step.ts'
import { keyStep } from './key/step.ts'
import { requestBodyStep } from './request-body/step.ts'
import { requestMappingStep } from './request-mapping/step.ts'
import { responseMappingStep } from './response-mapping/step.ts'
import { responsesStep } from './responses/step.ts'
import { validationStep } from './validation/step.ts'

/** Every step, in the order in which a request goes through them. A new step is a folder here and a line. */
export const flowSteps: readonly FlowStep[] = [
  ofMethods(authorizerStep),
  ofMethods(keyStep),
  ofRoutes(connectAuthorizerStep),
  ofRoutes(connectKeyStep),
  ofMethods(requestBodyStep),
  ofMethods(validationStep),
  requestMappingStep,
  responseMappingStep,
  ofMethods(responsesStep),
]
