import type { PortalIndex } from '@penstock/server'
import { createContext, useContext } from 'react'
import type { OperationNames } from '../navigation/operation-name.ts'
import type { Page, Place } from './place.ts'

/** The API that is shown, for everything below. */
export interface ShownApi {
  readonly index: PortalIndex
  readonly names: OperationNames
  /** A page of the same portal, at the same stage. */
  readonly placeOf: (page: Page) => Place
}

const context = createContext<ShownApi | null>(null)

export const ShownApiProvider = context.Provider

export function useShownApi(): ShownApi {
  const shown = useContext(context)
  if (!shown) throw new Error('No API is shown here.')
  return shown
}
