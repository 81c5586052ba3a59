import { ChangeMark, IconButton, Popover, VerdictChip } from '@penstock/ui'
import { CircleHelp, Link2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Heading } from 'react-aria-components'
import { ProblemIcon } from './problem-icon.tsx'

/** What the signs on nodes and on the map from afar mean: beside the zoom, where they are looked at. */
export function SignsButton() {
  return (
    <DialogTrigger>
      <IconButton label="What the signs mean" size="sm">
        <CircleHelp aria-hidden className="size-3.5" />
      </IconButton>
      <Popover placement="top start" className="max-w-72 p-3 text-xs">
        <Dialog className="outline-none">
          <Heading slot="title" className="mb-2 text-sm font-semibold">
            What the signs mean
          </Heading>
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-2">
            <Sign sign={<ChangeMark action="added" />}>added, and not deployed yet</Sign>
            <Sign sign={<ChangeMark action="changed" />}>changed</Sign>
            <Sign sign={<ChangeMark action="removed" />}>removed; drawn dashed where it stood</Sign>
            <Sign sign={<VerdictChip verdict="breaking" />}>callers can fail</Sign>
            <Sign sign={<VerdictChip verdict="risky" />}>callers may notice</Sign>
            <Sign sign={<VerdictChip verdict="safe" />}>callers notice nothing</Sign>
            <Sign sign={<VerdictChip verdict="documentation" />}>only words changed</Sign>
            <Sign sign={<Link2 aria-hidden className="size-3.5 text-fg-2" />}>
              touched by a change of something that it shares
            </Sign>
            <Sign
              sign={
                <span className="flex gap-1">
                  <ProblemIcon severity="error" />
                  <ProblemIcon severity="warning" />
                </span>
              }
            >
              problems in it, or in what it holds
            </Sign>
            <Sign sign={<span className="tabular text-fg-2">12</span>}>operations in a group</Sign>
          </dl>
          <p className="mt-2 text-fg-3">
            From afar a group has the worst of what it holds, and is as large as it has operations.
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Sign({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="flex justify-center">{sign}</dt>
      <dd className="text-fg-2">{children}</dd>
    </>
  )
}
