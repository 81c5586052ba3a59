import { Button } from '@penstock/ui'

/** More are seldom, and can be typed. */
const mostOffered = 4

/** The addresses that a description names, each offered as where operations without an integration go. */
export function AddressOffer(props: {
  addresses: readonly string[]
  /** What stands in the field. */
  upstream: string
  onChoose: (address: string) => void
}) {
  const { addresses, upstream, onChoose } = props
  if (addresses.length === 0) return null
  const isChosen = addresses.includes(upstream)
  return (
    <section
      aria-label="Addresses in the description"
      className="flex flex-col items-start gap-1.5 rounded-md border border-line bg-sunken px-3 py-2 text-sm"
    >
      <p className="text-fg-2">
        {isChosen
          ? 'Operations without an integration go to the address that the description names.'
          : 'The description names where its API is. Send operations without an integration there, to try it at once?'}
      </p>
      {addresses.slice(0, mostOffered).map((address) => (
        <Button
          key={address}
          className="h-auto! min-h-7 max-w-full py-1 text-left whitespace-normal!"
          onPress={() => onChoose(address === upstream ? '' : address)}
        >
          <span className="min-w-0">
            {address === upstream ? 'Answer from examples instead of' : 'Send them to'}{' '}
            <code className="break-all">{address}</code>
          </span>
        </Button>
      ))}
    </section>
  )
}
