/** What a written URL may mean: a path below one of the API's stages. */
export interface AddressReading {
  /** Query included. */
  readonly path: string
  /** The stage that the URL names; null where it names none. */
  readonly stage: string | null
  /** It begins like an address of the API and names none of its stages: only meant where the API has such a path. */
  readonly isDoubtful?: true
}

export interface KnownAddresses {
  readonly slug: string
  /** All stages that the URL may name. */
  readonly stages: readonly string[]
}

/**
 * What a URL may mean, the likeliest first; `chooseReading` takes the one that there is. An address by path
 * (`…/orders/prod/pets`) or by host (`orders.example/prod/pets`) loses what addresses the stage, and so does the path
 * of one alone (`/orders/prod/pets`); any other path is taken as it is.
 */
export function readAddress(url: string, known: KnownAddresses): readonly AddressReading[] {
  const [, host, below = '/'] = /^https?:\/\/([^/?#]*)([^#]*)/i.exec(url) ?? []
  const rest = host === undefined ? (url.split('#', 1)[0] ?? url) : below
  const asItIs: AddressReading = { path: withSlash(rest), stage: null }
  const isByHost = host?.toLowerCase().startsWith(`${known.slug}.`) ?? false
  const named = isByHost ? rest : cutSegment(rest, known.slug)
  if (named === null) return [asItIs]
  for (const stage of known.stages) {
    const cut = cutSegment(named, stage)
    if (cut === null) continue
    const reading = { path: withSlash(cut), stage }
    // A path alone may also be one of a resource that is called like the API.
    return host === undefined ? [reading, asItIs] : [reading]
  }
  if (host === undefined) return [asItIs]
  if (known.stages.includes('$default')) {
    const reading = { path: withSlash(named), stage: '$default' }
    return isByHost ? [reading] : [reading, asItIs]
  }
  // A host may begin like the API and be its backend's.
  return [isByHost ? asItIs : { ...asItIs, isDoubtful: true }]
}

/** The first reading whose path there is, or else the likeliest. Null: an address of the API, and of none of its stages. */
export function chooseReading(
  readings: readonly AddressReading[],
  isThere: (path: string) => boolean,
): AddressReading | null {
  return readings.find(({ path }) => isThere(path)) ?? readings.find(({ isDoubtful }) => !isDoubtful) ?? null
}

/** `/pets/1` without its first segment `pets` → `/1`; null when it begins with another. */
function cutSegment(path: string, segment: string): string | null {
  const start = `/${segment}`
  if (!path.startsWith(start)) return null
  const rest = path.slice(start.length)
  return rest === '' || /^[/?]/.test(rest) ? rest : null
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`
}
