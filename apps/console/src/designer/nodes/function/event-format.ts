import { type Definition, type RecordId, recordsOf } from '@penstock/model'

/** How a function is called: by the first integration that uses it; what none uses is taken for a proxy's. */
export function eventFormatOf(definition: Definition, id: RecordId): '1.0' | '2.0' | 'mapped' {
  for (const integration of recordsOf(definition, 'integration')) {
    if (integration.function !== id) continue
    return integration.type === 'aws_proxy' ? (integration.payloadFormatVersion ?? '1.0') : 'mapped'
  }
  return '1.0'
}
