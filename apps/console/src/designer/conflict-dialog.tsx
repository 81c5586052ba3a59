import { type ApiRecord, canonicalJson, type Definition, type RecordId } from '@penstock/model'
import { Button, Dialog } from '@penstock/ui'
import { useId, useState } from 'react'
import { Moment } from '../app/moment.tsx'
import { changedFields, type Conflict, type Resolution, type Side } from '../editor/index.ts'
import { useDefinition, useDesigner, useSaveState, useView } from './designer-context.ts'
import { nodeOf } from './nodes/definitions.ts'

/** Records of which somebody else and I changed the same fields at once: base, theirs and mine, and a decision for each. */
export function ConflictDialog() {
  const { session, view } = useDesigner()
  const state = useSaveState()
  const definition = useDefinition()
  const isOpen = useView((shown) => shown.isResolving) && state.status === 'conflict'
  const close = () => view.setState({ isResolving: false })
  const conflicts = state.status === 'conflict' ? state.conflicts : []
  const others = [...new Set(conflicts.map(({ by }) => by))]
  const theirs = others.length === 1 && others[0] !== undefined ? `what ${others[0]} wrote` : 'theirs'
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title="Changed by two people"
      description={`Both are there until you decide: ${theirs} is saved, yours is on your screen. The other fields are kept of both.`}
      width="xl"
    >
      <ul className="flex flex-col gap-4">
        {conflicts.map((conflict) => (
          <li key={conflict.id} className="rounded-lg border border-line">
            <ConflictView
              conflict={conflict}
              mine={definition.get(conflict.id) ?? null}
              onResolve={(resolution) => {
                session.autosave.resolve(conflict.id, resolution)
                if (conflicts.length === 1) close()
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function ConflictView(props: {
  conflict: Conflict
  mine: ApiRecord | null
  onResolve: (resolution: Resolution) => void
}) {
  const { conflict, mine, onResolve } = props
  const definition = useDefinition()
  const { base, theirs, by, at } = conflict
  const whose = by === undefined ? 'theirs' : `${by}’s`
  const known = mine ?? theirs ?? base
  const mineOf = base && mine ? new Set(changedFields(base, mine)) : new Set<string>()
  const fields = new Set<string>(mineOf)
  if (base && theirs) for (const field of changedFields(base, theirs)) fields.add(field)
  const clashing = new Set(conflict.clashing)
  const apart = [...fields].filter((field) => mine && theirs && !clashing.has(field))
  const what = clashing.size === 0 ? '' : `: ${[...clashing].join(', ')}`
  // One field is decided by one press of a button.
  const isByField = clashing.size > 1
  const { sides, choose } = useSides(conflict)
  const open = [...clashing].filter((field) => !sides[field]).length
  const openText = useId()
  const headings = useId()
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
        <span className="min-w-40 flex-1 truncate text-sm font-medium">
          {known ? nameOf(known, definition) : conflict.id}
        </span>
        <Button
          aria-label={`${isByField ? 'Take all' : 'Take'} ${whose}${what}`}
          onPress={() => onResolve('theirs')}
        >
          {isByField ? 'Take all' : 'Take'} {whose}
        </Button>
        <Button
          aria-label={`${isByField ? 'Keep all mine' : 'Keep mine'}${what}`}
          onPress={() => onResolve('mine')}
        >
          {isByField ? 'Keep all mine' : 'Keep mine'}
        </Button>
        {isByField && (
          <Button
            variant="primary"
            isDisabled={open > 0}
            aria-describedby={openText}
            onPress={() => onResolve(sides)}
          >
            Keep what is chosen
          </Button>
        )}
      </div>
      {isByField && (
        <p id={openText} role="status" className="px-3 pt-2 text-xs text-fg-2">
          {open === 0
            ? 'Each field has its choice.'
            : `Choose for each field, or all at once: ${open} of ${clashing.size} to choose.`}
        </p>
      )}
      <table className="w-full table-fixed text-xs">
        <thead>
          <tr className="text-left text-fg-3">
            <th className="w-28 px-3 py-1.5 font-medium">Field</th>
            <th className="px-3 py-1.5 font-medium">Before</th>
            <th className="px-3 py-1.5 font-medium">
              <span id={`${headings}-theirs`}>{by ?? 'Theirs'}</span>
              {at !== undefined && (
                <span className="font-normal">
                  , <Moment at={at} />
                </span>
              )}
            </th>
            <th id={`${headings}-mine`} className="px-3 py-1.5 font-medium">
              Mine
            </th>
          </tr>
        </thead>
        <tbody>
          {!(mine && theirs) && (
            <tr className="border-t border-line">
              <td className="px-3 py-1.5">the whole record</td>
              <td className="px-3 py-1.5">{base ? 'there' : 'not there'}</td>
              <td className="px-3 py-1.5">{theirs ? 'changed' : 'removed'}</td>
              <td className="px-3 py-1.5">{mine ? 'changed' : 'removed'}</td>
            </tr>
          )}
          {[...fields]
            .filter((field) => !apart.includes(field))
            .map((field) => (
              <FieldRow
                key={field}
                field={field}
                headings={headings}
                versions={[base, theirs, mine]}
                {...(isByField && { chosen: sides[field] ?? null, onChoose: (side) => choose(field, side) })}
              />
            ))}
          {apart.length > 0 && (
            <tr className="border-t border-line">
              <th colSpan={4} scope="rowgroup" className="px-3 pt-2 pb-1 text-left font-medium text-fg-3">
                Kept whatever you decide
              </th>
            </tr>
          )}
          {apart.map((field) => (
            <FieldRow
              key={field}
              field={field}
              headings={headings}
              versions={[base, theirs, mine]}
              kept={mineOf.has(field) ? 2 : 1}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** The choices by field, as long as theirs is what was chosen from: nobody decides for a version not seen. */
function useSides({ id, revision }: Conflict) {
  const of = `${id} ${revision}`
  const [held, setHeld] = useState<{ of: string; sides: Readonly<Record<string, Side>> }>({ of, sides: {} })
  const sides = held.of === of ? held.sides : {}
  return { sides, choose: (field: string, side: Side) => setHeld({ of, sides: { ...sides, [field]: side } }) }
}

const sideOfColumn: readonly (Side | null)[] = [null, 'theirs', 'mine']

/**
 * What a field was before, theirs and mine. `kept` is the one of the three that stays without being asked about; with
 * `onChoose` theirs and mine are a choice.
 */
function FieldRow(props: {
  field: string
  /** What the ids of the headings of theirs and mine begin with. */
  headings: string
  versions: readonly (ApiRecord | null)[]
  kept?: number
  chosen?: Side | null
  onChoose?: (side: Side) => void
}) {
  const { field, headings, versions, kept, chosen, onChoose } = props
  const id = useId()
  return (
    <tr className="border-t border-line align-top">
      <td id={id} className="px-3 py-1.5 font-mono">
        {field}
      </td>
      {versions.map((record, index) => {
        const side = sideOfColumn[index]
        const text = (
          <span id={`${id}-${index}`} className="min-w-0 break-words">
            {fieldText(record, field)}
          </span>
        )
        const isLeft = kept === undefined ? chosen && side && chosen !== side : kept !== index
        return (
          <td key={index} className={`px-3 py-1.5 font-mono ${isLeft ? 'text-fg-3' : ''}`}>
            {side && onChoose ? (
              <label className="flex cursor-pointer items-start gap-2">
                <input
                  type="radio"
                  name={id}
                  // Whose it is and what it says: "summary Mine Rides by boat".
                  aria-labelledby={`${id} ${headings}-${side} ${id}-${index}`}
                  checked={chosen === side}
                  onChange={() => onChoose(side)}
                  className="mt-0.5 shrink-0 accent-accent"
                />
                {text}
              </label>
            ) : (
              text
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** With its verb, where it has one: several of a path may have no other name. */
function nameOf(record: ApiRecord, definition: Definition): string {
  const node = nodeOf(record.kind)
  return `${node.method?.(record) ?? node.noun} ${node.title(record, definition)}`
}

const longest = 240

function fieldText(record: ApiRecord | null, field: string): string {
  const value = record === null ? undefined : (record as unknown as Record<RecordId, unknown>)[field]
  if (value === undefined) return '–'
  const text = typeof value === 'string' ? value : canonicalJson(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
