import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { cx } from './cx.ts'

export interface TabItem {
  id: string
  label: ReactNode
  content: ReactNode
}

export interface TabsProps {
  /** Read by screen readers. */
  label: string
  tabs: readonly TabItem[]
  selected?: string
  onSelect?: (id: string) => void
  className?: string
  panelClassName?: string
}

export function Tabs({ label, tabs, selected, onSelect, className, panelClassName }: TabsProps) {
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect ? { onSelectionChange: (key) => onSelect(String(key)) } : {})}
      className={cx('flex min-h-0 flex-col', className)}
    >
      <TabList aria-label={label} className="flex shrink-0 gap-1 border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px flex h-8 cursor-default items-center gap-1.5 border-b-2 border-transparent px-2 text-sm text-fg-2 transition-[color] hover:text-fg selected:border-accent selected:font-medium selected:text-fg"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={cx('min-h-0 flex-1', panelClassName)}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
