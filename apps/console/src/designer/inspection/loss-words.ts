import type { InspectionView } from '@penstock/server'

type Reason = NonNullable<InspectionView['routing']>['losers'][number]['reason']

/** Why a route did not answer, in as few words as a card has room for; the sentence of it says the rest. */
export const lossWords: Readonly<Record<Reason, string>> = {
  method: 'other method',
  any: 'ANY gives way',
  precedence: 'less specific',
  greedy: 'greedy comes last',
  segment: 'other segment',
  longer: 'goes on',
  shorter: 'ends before',
  slash: 'no / at its end',
  default: '$default comes last',
}
