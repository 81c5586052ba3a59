import { authorizerStep } from './authorizer/step.ts'
import type { FlowStep } from './flow-step.ts'
import { keyStep } from './key/step.ts'
import { requestMappingStep } from './request-mapping/step.ts'
import { responseMappingStep } from './response-mapping/step.ts'
import { validationStep } from './validation/step.ts'

/** Every step, in the order in which a request goes through them. A new step is a folder here and a line. */
export const flowSteps: readonly FlowStep[] = [
  authorizerStep,
  keyStep,
  validationStep,
  requestMappingStep,
  responseMappingStep,
]
