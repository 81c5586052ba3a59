import { useEffect, useId } from 'react'
import { useDesigner, useView } from '../designer-context.ts'

type Path = readonly (string | number)[]

/**
 * The part of the record that somebody wants to be at, until `reached` is called: for a text that shows more than a form
 * has fields for. It takes the wish from the form where it `takes` such a part.
 */
export function useWantedPart(takes: (path: Path) => boolean): {
  readonly part: Path | null
  readonly reached: () => void
} {
  const { view } = useDesigner()
  const wanted = useView(({ wantsField }) => wantsField)
  const taker = useId()
  const part = useView(({ wantsPart }) => (wantsPart?.taker === taker ? wantsPart.path : null))
  useEffect(() => {
    // A text above this one may have taken it.
    if (!wanted || view.getState().wantsField !== wanted || !takes(wanted)) return
    view.setState({ wantsField: null, wantsPart: { taker, path: wanted } })
  }, [wanted, view, takes, taker])
  return { part, reached: () => view.setState({ wantsPart: null }) }
}
