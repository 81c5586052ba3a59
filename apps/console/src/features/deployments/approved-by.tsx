import type { DeploymentView } from '@penstock/server'
import { Fragment } from 'react'
import { PersonName } from '../../app/person-name.tsx'

interface ApprovedByProps {
  people: DeploymentView['approvedBy']
  className?: string
}

/** Who approved what was deployed, in a sentence; nothing where nobody had to. */
export function ApprovedBy({ people, className }: ApprovedByProps) {
  if (people.length === 0) return null
  return (
    <p className={className}>
      Approved by{' '}
      {people.map(({ name, actor }, index) => (
        <Fragment key={actor?.id ?? name}>
          {index > 0 && (index === people.length - 1 ? ' and ' : ', ')}
          <PersonName of={name} kind={actor?.kind} />
        </Fragment>
      ))}
    </p>
  )
}
