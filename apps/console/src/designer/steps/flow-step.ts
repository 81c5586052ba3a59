import type {
  Api,
  ApiRecord,
  Definition,
  Integration,
  Method,
  RecordId,
  RecordKind,
  Route,
  Served,
} from '@penstock/model'
import type { LucideIcon } from 'lucide-react'
import type { EditorTransaction } from '../../editor/index.ts'

interface PlaceOf<S extends Served> {
  readonly definition: Definition
  readonly api: Api | undefined
  readonly method: S
  readonly integration: Integration | undefined
}

export type MethodPlace = PlaceOf<Method>
export type RoutePlace = PlaceOf<Route>

/** The method, or the WebSocket route, whose flow a step is looked at in, with what its parts are written in. */
export type FlowPlace = MethodPlace | RoutePlace

export function isMethodPlace(place: FlowPlace): place is MethodPlace {
  return place.method.kind === 'method'
}

export function isRoutePlace(place: FlowPlace): place is RoutePlace {
  return place.method.kind === 'route'
}

/** One way to insert a step: with a record that there is, or with a new one. */
export interface StepChoice {
  readonly id: string
  readonly label: string
  readonly detail: string
  insert(transaction: EditorTransaction): void
}

/** What is the matter with a step: in words, and as the glyph that stands in for the step's own. */
export interface StepState {
  readonly words: string
  readonly glyph: LucideIcon
}

/** A step that a flow uses, as it is there. */
export interface UsedStep {
  readonly step: FlowStep
  readonly state: StepState | null
}

/**
 * A step of the flow of a method or a route. It is no record: it is a part of that or of what answers it. A step declares all
 * that it is in a folder of its own; shared code asks, and never branches on steps.
 */
export interface StepOf<P extends FlowPlace> {
  readonly id: string
  /** "Authorizer": the first line of its card. */
  readonly noun: string
  /** What it does, for who chooses one. */
  readonly description: string
  readonly glyph: LucideIcon
  /** On the way to the integration, or on the way back to the caller. */
  readonly way: 'request' | 'response'
  /** It says what goes by and does nothing to it: where a flow is closed, its card has no mark for it. */
  readonly describes?: true
  isUsed(place: P): boolean
  /** The second line of its card. */
  detail(place: P): string
  /** What nobody may overlook of it, or null: said in whole, whatever of the detail has to be cut. */
  state?(place: P): StepState | null
  /** Shared records that it leads to. */
  links(place: P): readonly RecordId[]
  /** How it can be inserted; empty where the flow has no place for it. */
  choices(place: P): readonly StepChoice[]
  /** Whether there are any, where that is said without a list of all. */
  isOffered?(place: P): boolean
  /** Why it can't be removed here, or null. */
  keptBecause(place: P): string | null
  remove(transaction: EditorTransaction, place: P): void
  /** The record and the section of its form in which the step is edited. */
  editedIn(place: P): { readonly record: RecordId; readonly section: string }
  /** The kind of record that an edge may be drawn to from it, and what that writes. */
  readonly connects?: {
    readonly kind: RecordKind
    apply(transaction: EditorTransaction, place: P, target: ApiRecord): void
    /** Takes one of several edges away; absent where the step goes with its edge. */
    release?(transaction: EditorTransaction, place: P, target: ApiRecord): void
  }
}

export type FlowStep = StepOf<FlowPlace>
export type MethodStep = StepOf<MethodPlace>
export type RouteStep = StepOf<RoutePlace>

/** A step that only methods have. */
export function ofMethods(step: MethodStep): FlowStep {
  return only(step, isMethodPlace)
}

/** A step that only WebSocket routes have. */
export function ofRoutes(step: RouteStep): FlowStep {
  return only(step, isRoutePlace)
}

/** The step where it belongs; anywhere else it is not used and can't be. */
function only<P extends FlowPlace>(step: StepOf<P>, isOf: (place: FlowPlace) => place is P): FlowStep {
  const { connects, ...rest } = step
  return {
    ...rest,
    isUsed: (place) => isOf(place) && step.isUsed(place),
    detail: (place) => (isOf(place) ? step.detail(place) : ''),
    state: (place) => (isOf(place) ? (step.state?.(place) ?? null) : null),
    links: (place) => (isOf(place) ? step.links(place) : []),
    choices: (place) => (isOf(place) ? step.choices(place) : []),
    isOffered: (place) => isOf(place) && isStepOffered(step, place),
    keptBecause: (place) => (isOf(place) ? step.keptBecause(place) : null),
    remove: (transaction, place) => {
      if (isOf(place)) step.remove(transaction, place)
    },
    editedIn: (place) => (isOf(place) ? step.editedIn(place) : { record: place.method.id, section: '' }),
    ...(connects && { connects: connectsOnly(connects, isOf) }),
  }
}

/** The detail of a step with its state: "login · not enforced". */
export function stepText<P extends FlowPlace>(step: StepOf<P>, place: P): string {
  return [step.detail(place), step.state?.(place)?.words].filter(Boolean).join(' · ')
}

/** Whether a flow that does not use a step has a place for it. */
export function isStepOffered<P extends FlowPlace>(step: StepOf<P>, place: P): boolean {
  return step.isOffered?.(place) ?? step.choices(place).length > 0
}

function connectsOnly<P extends FlowPlace>(
  connects: NonNullable<StepOf<P>['connects']>,
  isOf: (place: FlowPlace) => place is P,
): NonNullable<FlowStep['connects']> {
  return {
    kind: connects.kind,
    apply: (transaction, place, target) => {
      if (isOf(place)) connects.apply(transaction, place, target)
    },
    // Without it, the step goes with its edge.
    ...(connects.release && {
      release: (transaction, place, target) => {
        if (isOf(place)) connects.release?.(transaction, place, target)
      },
    }),
  }
}
