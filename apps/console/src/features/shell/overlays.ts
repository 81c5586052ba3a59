import { create } from 'zustand'

interface Overlays {
  /** At most one of the shell's overlays is open. */
  open: 'palette' | 'shortcuts' | null
  show: (overlay: Overlays['open']) => void
}

export const useOverlays = create<Overlays>((set) => ({
  open: null,
  show: (open) => set({ open }),
}))
