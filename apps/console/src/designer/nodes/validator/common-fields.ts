import { type CommonField, flagMember } from '../common-field.ts'

export const validatorFields: readonly CommonField<'validator'>[] = [
  flagMember('validateRequestBody', 'Hold the body against the method’s model', true),
  flagMember('validateRequestParameters', 'Ask for the parameters that are required', true),
]
