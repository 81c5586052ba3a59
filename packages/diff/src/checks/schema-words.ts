import type { Delta } from '../delta.ts'
import { change, heading, list, place, placeFirst, show } from './words.ts'

export function sayConstraint(delta: Delta<'schema-constraint'>): string {
  const how = delta.effect === 'narrowed' ? 'a stricter' : delta.effect === 'widened' ? 'a looser' : 'another'
  return `${placeFirst(delta)} has ${how} ${delta.keyword}: ${change(delta)}.`
}

export function titleConstraint(delta: Delta<'schema-constraint'>): string {
  return `Change ${delta.keyword} of ${heading(delta)}`
}

export function sayType(delta: Delta<'schema-type'>): string {
  return `The type of ${place(delta)} is ${delta.to}, it was ${delta.from}.`
}

export function titleType(delta: Delta<'schema-type'>): string {
  return `Change the type of ${heading(delta)}`
}

export function sayEnum(delta: Delta<'schema-enum'>): string {
  const { list: kind, added, removed } = delta
  if (kind === 'dropped') return `${placeFirst(delta)} may have any value now.`
  if (kind === 'introduced') return `${placeFirst(delta)} may only be ${list(added.map(show))} now.`
  const parts = [
    added.length ? `may be ${list(added.map(show))} now` : '',
    removed.length ? `may not be ${list(removed.map(show))} any more` : '',
  ]
  return `${placeFirst(delta)} ${parts.filter(Boolean).join(', and ')}.`
}

export function titleEnum(delta: Delta<'schema-enum'>): string {
  return `Change the allowed values of ${heading(delta)}`
}

export function sayAlternatives(delta: Delta<'schema-alternatives'>): string {
  const { list: kind, added, removed } = delta
  if (kind === 'introduced') return `${placeFirst(delta)} has to be one of ${added} alternatives now.`
  if (kind === 'dropped') return `${placeFirst(delta)} need not be one of ${removed} alternatives any more.`
  const parts = [added ? `${added} more` : '', removed ? `${removed} fewer` : '']
  return `${placeFirst(delta)} has other alternatives: ${parts.filter(Boolean).join(', ')}.`
}

export function titleAlternatives(delta: Delta<'schema-alternatives'>): string {
  return `Change the alternatives of ${heading(delta)}`
}

export function sayDefault(delta: Delta<'schema-default'>): string {
  return `The default of ${place(delta)} is ${change(delta)}.`
}

export function titleDefault(delta: Delta<'schema-default'>): string {
  return `Change the default of ${heading(delta)}`
}
