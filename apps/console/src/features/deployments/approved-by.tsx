import { Fragment } from 'react'
import { PersonName } from '../../app/person-name.tsx'

/** Who approved what was deployed, in a sentence; nothing where nobody had to. */
export function ApprovedBy({ people, className }: { people: readonly string[]; className?: string }) {
  if (people.length === 0) return null
  return (
    <p className={className}>
      Approved by{' '}
      {people.map((person, index) => (
        <Fragment key={person}>
          {index > 0 && (index === people.length - 1 ? ' and ' : ', ')}
          <PersonName of={person} />
        </Fragment>
      ))}
    </p>
  )
}
