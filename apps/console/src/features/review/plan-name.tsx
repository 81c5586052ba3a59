import { copyText, WithTooltip } from '@penstock/ui'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'

/** The plan's hash, short; says what it is for, and copies it whole for `penstock deploy --plan`. */
export function PlanName({ hash }: { hash: string }) {
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return undefined
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [isCopied])
  return (
    <WithTooltip text="What you reviewed is what is deployed: this names the draft, what is live and every change listed here. If any of them moves, the deployment is refused. Press to copy it whole.">
      <Button
        aria-label={isCopied ? 'Copied the name of the plan' : `Plan ${hash.slice(0, 4)}: copy its name`}
        onPress={() => void copyText(hash).then(() => setCopied(true))}
        className="rounded-sm text-sm whitespace-nowrap text-fg-3 underline decoration-dotted underline-offset-3 transition-[color] hover:text-fg"
      >
        {isCopied ? 'copied' : <>plan {hash.slice(0, 4)}</>}
      </Button>
    </WithTooltip>
  )
}
