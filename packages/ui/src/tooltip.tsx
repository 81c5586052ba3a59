import type { ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps } from 'react-aria-components'

export interface WithTooltipProps {
  text: ReactNode
  shortcut?: ReactNode
  placement?: TooltipProps['placement']
  /** A react-aria component (or anything focusable that takes its trigger props). */
  children: ReactElement
}

/** Shows a tooltip for its child on hover (after 500 ms) and on keyboard focus (at once). */
export function WithTooltip({ text, shortcut, placement = 'bottom', children }: WithTooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="pointer-events-none flex max-w-72 animate-fade-in items-center gap-2 rounded-md bg-raised px-2 py-1 text-xs text-fg shadow-float"
      >
        {text}
        {shortcut}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
