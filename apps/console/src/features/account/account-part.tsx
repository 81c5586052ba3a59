import { type FormEvent, type ReactNode, useId } from 'react'
import { Panel } from '../shell/page.tsx'

export interface AccountPartProps {
  title: string
  lead: string
  onSubmit?: () => void
  children: ReactNode
}

/** One titled form of the account: what it is about at the left, its fields at the right. */
export function AccountPart({ title, lead, onSubmit, children }: AccountPartProps) {
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <section aria-labelledby={id} className="grid grid-cols-[14rem_1fr] gap-6">
      <div>
        <h2 id={id} className="text-sm font-semibold text-fg">
          {title}
        </h2>
        <p className="mt-0.5 text-xs text-pretty text-fg-3">{lead}</p>
      </div>
      <Panel>
        <form onSubmit={submit} className="flex flex-col gap-4 p-4">
          {children}
        </form>
      </Panel>
    </section>
  )
}
