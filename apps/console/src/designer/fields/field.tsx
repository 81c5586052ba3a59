import type { ReactNode } from 'react'
import { FieldNoteLine } from './form-notes.tsx'

/**
 * Says which part of a record is edited here, as a path with dots (`responses.404`), so that who comes from a problem
 * finds the field, and so that it says what others change there. One that writes several parts names them with blanks between.
 */
export function Field({ path, children }: { path: string; children: ReactNode }) {
  return (
    <div data-field={path} className="contents [&:has(>[data-contested])_:is(input,textarea)]:border-risky">
      {children}
      <FieldNoteLine field={path} />
    </div>
  )
}
