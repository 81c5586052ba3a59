import type { Deployed, StageSummary } from '@penstock/server'
import { buttonClass } from '@penstock/ui'
import { Link } from '@tanstack/react-router'
import { CircleCheck } from 'lucide-react'
import { StageAddress } from '../shell/stage-strip.tsx'

export interface InStepProps {
  slug: string
  stage: StageSummary
  /** The deployment that was just made here. */
  deployed: Deployed | undefined
}

/** Nothing to deploy: says what is live, and where to call it. */
export function InStep({ slug, stage, deployed }: InStepProps) {
  return (
    <div className="mx-auto w-full max-w-lg px-6 pt-[12vh]">
      <div className="mb-1 flex items-center gap-2">
        <CircleCheck aria-hidden className="size-5 text-ok" />
        <h2 className="text-lg font-semibold text-fg">
          {deployed
            ? `v${deployed.deployment.version} is live on ${stage.name}`
            : `${stage.name} is in step with the draft`}
        </h2>
      </div>
      <p className="mb-5 text-sm text-fg-2">
        Nothing is staged. What you change in the designer shows up here.
      </p>
      {stage.version !== null && <StageAddress slug={slug} stage={stage} />}
      <div className="mt-5 flex gap-2">
        <Link to="/apis/$slug/design" params={{ slug }} className={buttonClass('primary')}>
          Open the designer
        </Link>
        <Link
          to="/apis/$slug/deployments"
          params={{ slug }}
          search={{ stage: stage.name }}
          className={buttonClass()}
        >
          Deployments
        </Link>
      </div>
    </div>
  )
}
