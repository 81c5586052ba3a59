import { IconButton } from '@penstock/ui'
import { Menu, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Contents } from '../navigation/contents.tsx'
import { pageId } from './address.ts'
import { Header } from './header.tsx'
import type { Page } from './place.ts'

export interface FrameProps {
  page: Page
  children: ReactNode
}

/** Header, contents at the left, the page beside them. On narrow screens the contents open over the page. */
export function Frame({ page, children }: FrameProps) {
  // The contents were opened over a page: on another one they are closed again.
  const [openOver, setOpenOver] = useState<Page | null>(null)
  const isOpen = openOver === page
  const close = () => setOpenOver(null)
  return (
    <div className="flex min-h-dvh flex-col bg-bg text-sm text-fg lg:h-dvh">
      <a
        href={`#${pageId}`}
        className="fixed top-2 left-2 z-30 -translate-y-16 rounded-md bg-raised px-3 py-1.5 text-accent-fg shadow-float focus:translate-y-0"
      >
        Skip to content
      </a>
      <Header
        page={page}
        contentsButton={
          <IconButton
            label={isOpen ? 'Close contents' : 'Open contents'}
            aria-expanded={isOpen}
            onPress={() => setOpenOver(isOpen ? null : page)}
            className="lg:hidden"
          >
            {isOpen ? <X aria-hidden className="size-4" /> : <Menu aria-hidden className="size-4" />}
          </IconButton>
        }
      />
      <div className="flex-1 lg:grid lg:min-h-0 lg:grid-cols-[19rem_minmax(0,1fr)] 2xl:grid-cols-[22rem_minmax(0,1fr)]">
        <Contents page={page} isOpen={isOpen} onClose={close} />
        <main id={pageId} tabIndex={-1} className="outline-none lg:min-h-0 lg:overflow-y-auto">
          {children}
        </main>
      </div>
    </div>
  )
}
