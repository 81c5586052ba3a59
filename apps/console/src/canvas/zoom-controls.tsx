import { IconButton } from '@penstock/ui'
import { useStore } from '@xyflow/react'
import type { ComponentProps, ReactNode } from 'react'
import { Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react'

/** Zoom buttons with the level between them; a click on the level goes back to 100 %. Beside them, whether there is a minimap. */
function ZoomControls(props: {
  zoom: number
  onZoomBy: (factor: number) => void
  onReset: () => void
  onFit: () => void
  /** Null where there is no room for it. */
  isMapShown: boolean | null
  onMap: () => void
  more?: ReactNode
}) {
  return (
    <div className="canvas-controls absolute bottom-3 left-3 z-10 flex items-center rounded-lg border border-line bg-surface p-0.5">
      <IconButton label="Zoom out" size="sm" onPress={() => props.onZoomBy(1 / 1.25)}>
        <Minus aria-hidden className="size-3.5" />
      </IconButton>
      <button
        type="button"
        onClick={props.onReset}
        className="tabular h-6 w-11 rounded-sm text-center text-xs text-fg-2 hover:bg-hover"
        aria-label={`Zoom is ${Math.round(props.zoom * 100)} percent. Set to 100 percent`}
      >
        {Math.round(props.zoom * 100)}%
      </button>
      <IconButton label="Zoom in" size="sm" onPress={() => props.onZoomBy(1.25)}>
        <Plus aria-hidden className="size-3.5" />
      </IconButton>
      <IconButton label="Fit the graph" size="sm" onPress={props.onFit}>
        <Maximize aria-hidden className="size-3.5" />
      </IconButton>
      {props.isMapShown !== null && (
        <IconButton
          label={props.isMapShown ? 'Hide the minimap' : 'Show the minimap'}
          size="sm"
          isSelected={props.isMapShown}
          onPress={props.onMap}
        >
          <MapIcon aria-hidden className="size-3.5" />
        </IconButton>
      )}
      {props.more}
    </div>
  )
}

/** The same with the zoom of the canvas, which renders nothing else in each frame of one. */
export function CurrentZoomControls(props: Omit<ComponentProps<typeof ZoomControls>, 'zoom'>) {
  return <ZoomControls {...props} zoom={useStore((state) => Math.round(state.transform[2] * 100) / 100)} />
}
