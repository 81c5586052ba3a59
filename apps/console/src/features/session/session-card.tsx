import { ToastRegion } from '@penstock/ui'
import type { ReactNode } from 'react'
import { Logo } from '../shell/logo.tsx'
import { ThemeMenu } from '../shell/theme-menu.tsx'

/** The frame of the screens before the sign-in. */
export function SessionCard({
  title,
  lead,
  children,
}: {
  title: string
  lead: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex min-h-screen flex-col bg-bg">
      <header className="flex h-12 items-center justify-between px-4">
        <span className="flex items-center gap-2 text-sm font-semibold text-fg">
          <Logo className="size-5" />
          Penstock
        </span>
        <ThemeMenu />
      </header>
      <main className="flex flex-1 items-start justify-center px-4 pt-[12vh] pb-16">
        <div className="w-full max-w-sm">
          <h1 className="text-xl font-semibold text-fg">{title}</h1>
          <p className="mt-1 mb-6 text-sm text-pretty text-fg-2">{lead}</p>
          {children}
        </div>
      </main>
      <ToastRegion />
    </div>
  )
}
